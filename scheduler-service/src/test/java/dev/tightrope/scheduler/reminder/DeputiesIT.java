package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due to a rep who is away reaches whoever stands in, once, and nobody else. */
@QuarkusTest
class DeputiesIT {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Stockholm"));

    private final UUID team = UUID.randomUUID();
    private final User anna = User.rep("Anna Berg");
    private final User ben = User.rep("Ben Colleague");
    private final User clara = User.rep("Clara Third");
    private final String annas = anna.id() + "@seller.example";
    private final String bens = ben.id() + "@seller.example";
    private final String claras = clara.id() + "@seller.example";
    private final OutreachRef ref = Story.ref(anna.id(), team);

    @Inject
    Story story;

    @Inject
    QueueReminders queueReminders;

    @Inject
    SendReminders send;

    @BeforeEach
    void aWaitOfAnna() {
        story.forget();
        story.profile(anna.id(), anna.name(), annas, team, false);
        story.tell(new PersonProfileChanged(
                ben.id(), ben.name(), null, null, bens, "Europe/Berlin", "de", null, team, false));
        story.profile(clara.id(), clara.name(), claras, team, false);
        story.waiting(ref, "Nordfrakt", 1, "P21D");
    }

    @Test
    void theDeputyIsTold() {
        away(anna, ben);

        due();
        sendAll();

        assertThat(TestMail.acceptedFor(annas)).isEmpty();
        assertThat(TestMail.acceptedFor(bens))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains(
                                "Ben Colleague",
                                "Anna Berg ist abwesend",
                                "weil Sie Anna Berg vertreten",
                                "Nordfrakt"));
        assertThat(story.told(EventType.REMINDER_SENT, ref.outreachId())).isEqualTo(1);
        ben.calls()
                .get("/api/v1/reminders?outreachId=" + ref.outreachId())
                .then()
                .body("data[0].recipientId", Matchers.equalTo(ben.id().toString()))
                .body("data[0].onBehalfOf", Matchers.equalTo(anna.id().toString()));
    }

    @Test
    void whatWaitedWhenTheAbsenceBeganGoesToTheDeputyToo() {
        due();
        away(anna, ben);

        sendAll();

        assertThat(TestMail.acceptedFor(annas)).isEmpty();
        assertThat(TestMail.acceptedFor(bens)).hasSize(1);
    }

    @Test
    void whoIsBackIsToldThemselves() {
        String absence = away(anna, ben);
        due();
        anna.calls().delete(absence).then().statusCode(204);

        sendAll();

        assertThat(TestMail.acceptedFor(annas)).hasSize(1);
        assertThat(TestMail.acceptedFor(bens)).isEmpty();
    }

    @Test
    void aDeputyWhoIsAwayTooPassesItOn() {
        away(anna, ben);
        away(ben, clara);

        due();
        sendAll();

        assertThat(TestMail.acceptedFor(claras))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Anna Berg is away and you stand in"));
        assertThat(TestMail.acceptedFor(annas)).isEmpty();
        assertThat(TestMail.acceptedFor(bens)).isEmpty();
    }

    @Test
    void anAnswerIsToldTheDeputyAtOnce() {
        away(anna, ben);

        story.tell(Story.response(ref));
        sendAll();

        assertThat(TestMail.acceptedFor(annas)).isEmpty();
        assertThat(TestMail.acceptedFor(bens)).hasSize(1);
    }

    @Test
    void withoutADeputyWhatIsDueAlreadyReachesWhoIsAway() {
        away(anna, null);

        due();
        sendAll();

        assertThat(TestMail.acceptedFor(annas)).hasSize(1);
    }

    @Test
    void theDeputySeesTheOutreachesWhileTheOtherIsAwayAndTheyAreToldToTheServices() {
        String timers = "/api/v1/timers?outreachId=" + ref.outreachId();
        ben.calls().get(timers).then().body("data", Matchers.hasSize(0));

        String absence = away(anna, ben);
        UUID id = UUID.fromString(absence.substring(absence.lastIndexOf('/') + 1));
        away(ben, clara);
        for (User deputy : List.of(ben, clara)) {
            deputy.calls().get(timers).then().body("data", Matchers.hasSize(1));
            deputy.calls().delete(absence).then().statusCode(404);
        }
        assertThat(story.told(EventType.DEPUTY_APPOINTED, id)).isEqualTo(1);

        anna.calls().delete(absence).then().statusCode(204);
        ben.calls().get(timers).then().body("data", Matchers.hasSize(0));
        assertThat(story.told(EventType.DEPUTY_DISMISSED, id)).isEqualTo(1);
    }

    @Test
    void nobodySeesMoreBeforeOrAfterTheAbsence() {
        away(anna, ben, TODAY.plusDays(2), TODAY.plusDays(5));
        away(anna, ben, TODAY.minusDays(5), TODAY.minusDays(2));

        ben.calls().get("/api/v1/timers?outreachId=" + ref.outreachId()).then().body("data", Matchers.hasSize(0));
    }

    private void due() {
        QuarkusTransaction.requiringNew().run(() -> queueReminders.followUps(List.of(new FollowUp(ref, 1, 0, false))));
    }

    private static String away(User who, User deputy) {
        return away(who, deputy, TODAY, TODAY.plusDays(1));
    }

    private static String away(User who, User deputy, LocalDate first, LocalDate last) {
        String to = deputy == null ? "" : ",\"deputyId\":\"" + deputy.id() + "\"";
        String id = who.calls()
                .contentType(ContentType.JSON)
                .body("{\"firstDay\":\"" + first + "\",\"lastDay\":\"" + last + "\"" + to + "}")
                .post("/api/v1/calendars/absences")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return "/api/v1/calendars/absences/" + id;
    }

    private void sendAll() {
        while (send.runOnce().isZero()) {
            // One after the other.
        }
    }
}
