package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SnoozeIT {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final UUID team = UUID.randomUUID();
    private final User anna = User.rep("Anna Berg");
    private final User ben = User.rep("Ben Ode");
    private final User maria = User.manager("Maria Ek");
    private final OutreachRef ref = Story.ref(anna.id(), team);

    @Inject
    Story story;

    @Inject
    RaiseDueFollowUps raise;

    @Inject
    ShiftableClock clock;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void anOverdueCallOfWhichTheRepWasTold() {
        story.forget();
        story.profile(anna.id(), anna.name(), anna.email(), team, false);
        story.profile(ben.id(), ben.name(), ben.email(), team, false);
        story.profile(maria.id(), maria.name(), maria.email(), team, true);
        story.awaiting(ref, "Nordfrakt");
        move("READY_TO_CALL");
        fire();
    }

    @Test
    void theNextReminderComesOnTheDayAskedForAndNothingElseMoves() {
        LocalDate monday = today().plusDays(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        String before = outreach();

        Instant next = Instant.parse(snooze(anna, "{\"until\":\"" + monday.minusDays(1) + "\"}")
                .statusCode(200)
                .extract()
                .path("nextReminderAt"));

        ZonedDateTime local = next.atZone(STOCKHOLM);
        assertThat(local.toLocalTime()).isEqualTo(LocalTime.of(8, 0));
        assertThat(local.toLocalDate())
                .as("the working morning after that Sunday")
                .isAfterOrEqualTo(monday);
        assertThat(outreach()).isEqualTo(before);
        anna.calls()
                .get("/api/v1/reminders/" + reminder())
                .then()
                .body("nextReminderAt", equalTo(next.toString()))
                .body("repeat", is(0));
    }

    @Test
    void aReminderNobodySentYetIsTakenBack() {
        snooze(anna, "{\"workingDays\":2}").statusCode(200);

        assertThat(story.text("SELECT state FROM reminder")).isEqualTo("CANCELLED");
        fire();
        assertThat(story.count("SELECT count(*) FROM reminder WHERE attempt = 1 AND state = 'PENDING'"))
                .isEqualTo(1);
    }

    @Test
    void aManagerMaySnoozeAndAnotherRepSeesNothing() {
        snooze(maria, "{\"workingDays\":2}").statusCode(200);
        snooze(ben, "{\"workingDays\":2}").statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void oneSnoozeAfterTheOtherDoesNotPutItOffForGood() {
        LocalDate last = today().plusDays(22);
        snooze(anna, "{\"until\":\"" + last + "\"}").statusCode(200);
        snooze(anna, "{\"until\":\"" + last.plusDays(2) + "\"}").statusCode(200);

        snooze(anna, "{\"until\":\"" + last.plusDays(9) + "\"}")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/until"))
                .body("detail", containsString("extend the wait"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|/until",
                "{\"until\":\"2099-01-01\",\"workingDays\":1}|/until",
                "{\"until\":\"2020-01-01\"}|/until",
                "{\"until\":\"2099-01-01\"}|/until",
                "{\"workingDays\":0}|/workingDays",
                "{\"workingDays\":61}|/workingDays",
                "{\"workingDays\":45}|/workingDays"
            })
    void whatIsNoSnoozeIsRefusedWithTheField(String body, String pointer) {
        snooze(anna, body).statusCode(400).body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void whatIsDoneOrWasSentToTheManagerHasNothingToSnooze() {
        for (int repeat = 0; repeat < 4; repeat++) {
            fire();
        }
        snooze(anna, "{\"workingDays\":1}").statusCode(409).body("code", equalTo("nothing-to-snooze"));

        move("READY_TO_CALL");
        UUID old = reminder();
        fire();
        move("SENDING_EMAIL");
        assertThat(reminder()).isEqualTo(old);
        snooze(anna, "{\"workingDays\":1}").statusCode(409).body("code", equalTo("nothing-to-snooze"));
    }

    @Test
    void aReminderOfAnEarlierCallDoesNotMoveTheLaterOnes() {
        move("READY_TO_CALL");

        snooze(anna, "{\"workingDays\":1}").statusCode(409);
    }

    @Test
    void aNoticeIsNotRepeated() {
        story.tell(Story.response(ref));
        String notice = story.text("SELECT id FROM reminder WHERE kind = 'RESPONSE'");

        anna.calls()
                .contentType("application/json")
                .body("{\"workingDays\":1}")
                .post("/api/v1/reminders/" + notice + "/snooze")
                .then()
                .statusCode(409)
                .body("detail", containsString("RESPONSE"));
    }

    private ValidatableResponse snooze(User user, String body) {
        return user.calls()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/reminders/" + reminder() + "/snooze")
                .then();
    }

    private UUID reminder() {
        return UUID.fromString(story.text("SELECT id FROM reminder ORDER BY created_at, id LIMIT 1"));
    }

    private String outreach() {
        return story.text("SELECT to_jsonb(o)::text FROM outreach o");
    }

    private LocalDate today() {
        return clock.now().atZone(STOCKHOLM).toLocalDate();
    }

    private void fire() {
        jdbi.useHandle(handle -> handle.execute("UPDATE timer SET due_at = clock_timestamp()"));
        raise.runOnce();
    }

    private void move(String to) {
        story.tell(new OutreachMoved(
                ref,
                null,
                to,
                1 + story.count("SELECT state_version FROM outreach WHERE id = ?", ref.outreachId()),
                "test",
                clock.now()));
    }
}
