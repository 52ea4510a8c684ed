package dev.tightrope.scheduler.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AvailabilityIT {
    private static final String WEDNESDAY = "2026-03-04T07:00:00Z";

    private final UUID team = UUID.randomUUID();
    private final User anna = User.rep("Anna Berg");
    private final User ben = User.rep("Ben Colleague");
    private final User maria = User.manager("Maria Ek");
    private final User stranger = User.rep("Sam Stranger");
    private final User admin = User.admin("Ada Admin");
    private final OutreachRef ref = Story.ref(anna.id(), team);

    @Inject
    Story story;

    @Inject
    ChangedTimes changedTimes;

    @BeforeEach
    void aWaitOfAnnaThatEndsOnAWednesdayMorning() {
        story.forget();
        story.profile(anna.id(), anna.name(), anna.email(), team, false);
        story.profile(ben.id(), ben.name(), ben.email(), team, false);
        story.profile(maria.id(), maria.name(), maria.email(), team, true);
        story.profile(stranger.id(), stranger.name(), stranger.email(), UUID.randomUUID(), false);
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        assertThat(due()).isEqualTo(WEDNESDAY);
    }

    @Test
    void nothingFallsDueWhileTheCompanyIsClosedAndItComesBackWhenItIsNot() {
        String closure = post(
                        maria, "closures", "{'firstDay':'2026-03-04','lastDay':'2026-03-06','reason':'Moving house'}")
                .statusCode(201)
                .body("country", nullValue())
                .extract()
                .path("id");
        moved();
        assertThat(due()).as("Monday after the closure and the weekend").isEqualTo("2026-03-09T07:00:00Z");
        assertThat(story.told(EventType.WAIT_SCHEDULED, ref.outreachId())).isEqualTo(2);

        anna.calls().get("/api/v1/calendars/closures/" + closure).then().statusCode(200);
        maria.calls().delete("/api/v1/calendars/closures/" + closure).then().statusCode(204);
        moved();
        assertThat(due()).isEqualTo(WEDNESDAY);
        anna.calls().get("/api/v1/calendars/closures/" + closure).then().statusCode(404);
    }

    @Test
    void aClosureElsewhereMovesNothing() {
        post(admin, "closures", "{'firstDay':'2026-03-04','country':'de','reason':'Carnival'}")
                .statusCode(201)
                .body("lastDay", equalTo("2026-03-04"));
        moved();

        assertThat(due()).isEqualTo(WEDNESDAY);
    }

    @Test
    void whatIsSetAfterwardsKnowsTheClosure() {
        post(maria, "closures", "{'firstDay':'2026-03-04','reason':'Stocktaking'}")
                .statusCode(201);
        OutreachRef other = Story.ref(anna.id(), team);

        story.waiting(other, "Nordfrakt", 1, "P21D");

        assertThat(due(other)).isEqualTo("2026-03-05T07:00:00Z");
    }

    @Test
    void withoutADeputyEverythingWaitsForTheReturn() {
        post(anna, "absences", "{'firstDay':'2026-03-02','lastDay':'2026-03-13'}")
                .statusCode(201)
                .body("personId", equalTo(anna.id().toString()));
        moved();

        assertThat(due()).isEqualTo("2026-03-16T07:00:00Z");
    }

    @Test
    void withADeputyItFallsDueAsBeforeUntilTheDeputyIsAwayToo() {
        post(anna, "absences", "{'firstDay':'2026-03-02','lastDay':'2026-03-13','deputyId':'" + ben.id() + "'}")
                .statusCode(201);
        moved();
        assertThat(due()).isEqualTo(WEDNESDAY);

        String bens = post(ben, "absences", "{'firstDay':'2026-03-04','lastDay':'2026-03-05'}")
                .statusCode(201)
                .extract()
                .path("id");
        moved();
        assertThat(due()).as("when the deputy is back").isEqualTo("2026-03-06T07:00:00Z");

        ben.calls().delete("/api/v1/calendars/absences/" + bens).then().statusCode(204);
        moved();
        assertThat(due()).isEqualTo(WEDNESDAY);
    }

    @Test
    void aChangedAbsenceMovesWhatIsDueAndNeedsTheVersionRead() {
        var created = post(anna, "absences", "{'firstDay':'2026-03-02','lastDay':'2026-03-13'}");
        String path = "/api/v1/calendars/absences/" + created.extract().path("id");
        String body = json("{'firstDay':'2026-03-02','lastDay':'2026-03-05'}");
        anna.calls().contentType(ContentType.JSON).body(body).put(path).then().statusCode(428);
        anna.calls()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7\"")
                .body(body)
                .put(path)
                .then()
                .statusCode(412);

        anna.calls()
                .contentType(ContentType.JSON)
                .header("If-Match", created.extract().header("ETag"))
                .body(body)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""));
        moved();

        assertThat(due()).isEqualTo("2026-03-06T07:00:00Z");
    }

    @Test
    void aManagerPlansForTheTeamAndNobodyForStrangers() {
        String forAnna = "{'personId':'" + anna.id() + "','firstDay':'2026-03-02'}";
        String id = post(maria, "absences", forAnna).statusCode(201).extract().path("id");
        String path = "/api/v1/calendars/absences/" + id;

        post(ben, "absences", forAnna).statusCode(404);
        post(stranger, "absences", forAnna).statusCode(404);
        for (User blind : List.of(ben, stranger)) {
            blind.calls().get(path).then().statusCode(404);
            blind.calls().delete(path).then().statusCode(404);
            blind.calls().get("/api/v1/calendars/absences").then().body("data", hasSize(0));
            blind.calls()
                    .get("/api/v1/calendars/working-times/" + anna.id())
                    .then()
                    .statusCode(404);
        }
        for (User sees : List.of(anna, maria, admin)) {
            sees.calls()
                    .get("/api/v1/calendars/absences?personId=" + anna.id())
                    .then()
                    .body("data.id", contains(id));
        }
    }

    @Test
    void whoStandsInSeesTheAbsenceAndCannotChangeIt() {
        String id = post(anna, "absences", "{'firstDay':'2026-03-02','deputyId':'" + ben.id() + "'}")
                .extract()
                .path("id");

        ben.calls().get("/api/v1/calendars/absences/" + id).then().statusCode(200);
        ben.calls().delete("/api/v1/calendars/absences/" + id).then().statusCode(404);
    }

    @Test
    void absencesOfOnePersonDoNotOverlap() {
        String id = post(anna, "absences", "{'firstDay':'2026-03-02','lastDay':'2026-03-04'}")
                .extract()
                .path("id");

        post(anna, "absences", "{'firstDay':'2026-03-04'}")
                .statusCode(409)
                .body("code", equalTo("absence-overlaps"))
                .body("absenceId", equalTo(id));
        post(anna, "absences", "{'firstDay':'2026-03-05'}").statusCode(201);
        post(ben, "absences", "{'firstDay':'2026-03-04'}").statusCode(201);
    }

    @Test
    void whatIsWrongIsNamed() {
        refused(anna, "absences", "{'firstDay':'2026-03-02','deputyId':'" + anna.id() + "'}", "/deputyId");
        refused(anna, "absences", "{'firstDay':'2026-03-02','deputyId':'" + stranger.id() + "'}", "/deputyId");
        refused(anna, "absences", "{'firstDay':'2026-03-02','deputyId':'" + UUID.randomUUID() + "'}", "/deputyId");
        refused(anna, "absences", "{'firstDay':'2026-03-02','lastDay':'2026-03-01'}", "/lastDay");
        refused(anna, "absences", "{'firstDay':'2026-03-02','lastDay':'2027-03-03'}", "/lastDay");
        refused(anna, "absences", "{'lastDay':'2026-03-01'}", "/firstDay");
        refused(maria, "closures", "{'firstDay':'1999-03-02','reason':'x'}", "/firstDay");
        refused(maria, "closures", "{'firstDay':'2026-03-02'}", "/reason");
        refused(maria, "closures", "{'firstDay':'2026-03-02','reason':' '}", "/reason");
        refused(maria, "closures", "{'firstDay':'2026-03-02','reason':'x','country':'XX'}", "/country");
        post(anna, "closures", "{'firstDay':'2026-03-02','reason':'x'}").statusCode(403);
    }

    @Test
    void whoWorksOnOtherDaysAndLaterIsRemindedThen() {
        times(anna, "\"0\"", "{'days':['MONDAY','THURSDAY'],'startsAt':'10:30'}")
                .statusCode(200)
                .body("days", contains("MONDAY", "THURSDAY"))
                .body("startsAt", equalTo("10:30:00"))
                .body("country", equalTo("SE"))
                .header("ETag", equalTo("\"1\""));
        moved();
        assertThat(due()).isEqualTo("2026-03-05T09:30:00Z");

        times(anna, "\"0\"", "{}").statusCode(412);
        times(maria, "\"1\"", "{}").statusCode(200).body("days", nullValue());
        moved();
        assertThat(due()).isEqualTo(WEDNESDAY);
    }

    @Test
    void theHolidaysAreThoseOfTheCountryAndRegionSet() {
        // The day of the peace of Augsburg is a holiday in that city only; Epiphany in Bavaria, not in all of Germany.
        times(anna, "\"0\"", "{'country':'DE','region':'DE-BY'}").statusCode(200);
        OutreachRef other = Story.ref(anna.id(), team);
        story.awaiting(other, "Nordfrakt");
        story.tell(new dev.tightrope.events.WaitStarted(
                other, 1, Story.CALLED_AT, null, java.time.Instant.parse("2027-01-06T00:00:00Z"), "later"));

        assertThat(due(other)).isEqualTo("2027-01-07T07:00:00Z");
    }

    @Test
    void aWrongWorkingTimeIsNamed() {
        for (String wrong :
                List.of("{'days':[]}", "{'country':'XX'}", "{'region':'DE-BY'}", "{'country':'DE','region':'DE-XX'}")) {
            String field = wrong.contains("region") ? "/region" : "/" + wrong.split("'")[1];
            times(anna, "\"0\"", wrong).statusCode(400).body("errors.pointer", hasItem(field));
        }
        times(anna, "\"0\"", "{'startsAt':'late'}").statusCode(400);
        times(ben, "\"0\"", "{}").statusCode(200);
    }

    private void moved() {
        while (changedTimes.runOnce().isZero()) {
            // Person by person.
        }
    }

    private String due() {
        return due(ref);
    }

    private String due(OutreachRef of) {
        return story.text(
                "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM timer WHERE outreach_id = ?",
                of.outreachId());
    }

    private static void refused(User who, String list, String body, String pointer) {
        post(who, list, body).statusCode(400).body("errors.pointer", hasItem(pointer));
    }

    private static ValidatableResponse post(User who, String list, String body) {
        return who.calls()
                .contentType(ContentType.JSON)
                .body(json(body))
                .post("/api/v1/calendars/" + list)
                .then();
    }

    private ValidatableResponse times(User who, String version, String body) {
        User whose = who == ben ? ben : anna;
        return who.calls()
                .contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(json(body))
                .put("/api/v1/calendars/working-times/" + whose.id())
                .then();
    }

    private static String json(String body) {
        return body.replace('\'', '"');
    }
}
