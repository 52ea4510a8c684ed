package dev.tightrope.scheduler.availability;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks sees every moment that would come, and why it would come then. */
@QuarkusTest
class PreviewIT {
    private static final String PREVIEW = "/api/v1/calendars/preview?sentAt=2026-03-10T09:00:00Z&length=P21D";

    private final UUID team = UUID.randomUUID();
    private final User anna = User.rep("Anna Berg");
    private final User maria = User.manager("Maria Ek");
    private final User stranger = User.rep("Sam Stranger");

    @Inject
    Story story;

    @BeforeEach
    void aRepInStockholm() {
        story.forget();
        story.profile(anna.id(), anna.name(), anna.email(), team, false);
        story.profile(maria.id(), maria.name(), maria.email(), team, true);
    }

    @Test
    void everyMomentIsShownWithItsReason() {
        anna.calls()
                .get(PREVIEW + "&personId=" + anna.id())
                .then()
                .statusCode(200)
                .body("moments.kind", contains("WAIT_OVER", "FOLLOW_UP", "REPEAT", "REPEAT", "REPEAT", "MANAGER"))
                .body(
                        "moments.at",
                        contains(
                                "2026-03-31T08:00:00Z",
                                "2026-04-01T06:00:00Z",
                                // Three working days later, over Easter.
                                "2026-04-08T06:00:00Z",
                                "2026-04-13T06:00:00Z",
                                "2026-04-16T06:00:00Z",
                                "2026-04-21T06:00:00Z"))
                .body("moments[2].why", equalTo("3 working days later: reminder 2 of 4"))
                .body("moments[2].daysOff.reason", hasItem("Good Friday"))
                .body("moments[5].why", equalTo("3 working days later: nothing was done after 4 reminders"))
                .body("dueAt", equalTo("2026-04-01T06:00:00Z"));
    }

    @Test
    void closuresAndAbsencesMoveWhatIsShownAsTheyMoveWhatIsDue() {
        plan(maria, "closures", "{\"firstDay\":\"2026-04-01\",\"reason\":\"Stocktaking\"}");
        plan(anna, "absences", "{\"firstDay\":\"2026-04-02\",\"lastDay\":\"2026-04-02\"}");
        OutreachRef ref = Story.ref(anna.id(), team);
        story.waiting(ref, "Nordfrakt", 1, "P21D");

        maria.calls()
                .get(PREVIEW + "&outreachId=" + ref.outreachId())
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2026-04-07T06:00:00Z"))
                .body("daysOff.reason", hasItem("closed: Stocktaking"))
                .body("daysOff.reason", hasItem("away"));
        anna.calls().get(PREVIEW + "&zone=Europe/Stockholm").then().body("dueAt", equalTo("2026-04-02T06:00:00Z"));
    }

    @Test
    void workingDaysAreCountedAsTheWaitCountsThem() {
        anna.calls()
                .get("/api/v1/calendars/preview?zone=Europe/Stockholm&sentAt=2026-03-27T13:00:00Z&length=P5D"
                        + "&countedIn=WORKING_DAYS")
                .then()
                .statusCode(200)
                .body("over", equalTo("2026-04-07T12:00:00Z"))
                .body("dueAt", equalTo("2026-04-08T06:00:00Z"))
                .body("moments[0].daysOff.reason", hasItem("Good Friday"));
    }

    @Test
    void nobodySeesWhenSomebodyElseIsAway() {
        OutreachRef ref = Story.ref(anna.id(), team);
        story.waiting(ref, "Nordfrakt", 1, "P21D");

        stranger.calls().get(PREVIEW + "&personId=" + anna.id()).then().statusCode(404);
        stranger.calls().get(PREVIEW + "&outreachId=" + ref.outreachId()).then().statusCode(404);
        anna.calls().get(PREVIEW + "&personId=7").then().statusCode(400).body("errors.pointer", hasItem("?personId"));
        anna.calls()
                .get("/api/v1/calendars/preview?zone=UTC&sentAt=soon")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?sentAt"));
    }

    private static void plan(User who, String list, String body) {
        who.calls()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/calendars/" + list)
                .then()
                .statusCode(201);
    }
}
