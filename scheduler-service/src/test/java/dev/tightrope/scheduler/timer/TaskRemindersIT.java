package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.scheduler.Story;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.groups.Tuple;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TaskRemindersIT {
    private static final String WEDNESDAY = "2026-03-04T10:00:00Z";

    private final UUID owner = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private final OutreachRef ref = Story.ref(owner, team);
    private long moves;

    @Inject
    Story story;

    @Inject
    RaiseDueFollowUps raise;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aRepAndAManager() {
        story.forget();
        story.profile(owner, "Anna Berg", owner + "@seller.example", team, false);
        story.profile(manager, "Maria Ek", manager + "@seller.example", team, true);
        story.awaiting(ref, "Nordfrakt");
        moves = 1_000_000;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T10:00:00Z, 2026-03-06T07:00:00Z, a whole Thursday nobody called",
        "2026-03-04T06:00:00Z, 2026-03-05T07:00:00Z, before work began",
        "2026-03-06T10:00:00Z, 2026-03-10T07:00:00Z, over the weekend",
        "2026-03-27T10:00:00Z, 2026-03-31T06:00:00Z, over the change to summer time",
        "2026-04-02T10:00:00Z, 2026-04-08T06:00:00Z, over Easter"
    })
    void aCallIsDueAfterAWholeWorkingDay(String ready, String due, String why) {
        move("READY_TO_CALL", ready);

        assertThat(dueAt("CALL_DUE")).as(why).isEqualTo(Instant.parse(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T10:00:00Z, 2026-03-05T07:00:00Z, the next morning",
        "2026-03-04T06:30:00Z, 2026-03-05T07:00:00Z, not half an hour after the notice",
        "2026-03-07T10:00:00Z, 2026-03-09T07:00:00Z, over the weekend"
    })
    void theMeaningOfAnAnswerIsAskedForOnALaterWorkingMorning(String answered, String due, String why) {
        move("RESPONDED", answered);

        assertThat(dueAt("DISPOSITION")).as(why).isEqualTo(Instant.parse(due));
    }

    @ParameterizedTest
    @CsvSource({"READY_TO_CALL, CALL_DUE", "RESPONDED, DISPOSITION"})
    void isRepeatedThreeTimesAndThenTheManagerIsTold(String state, String kind) {
        move(state, WEDNESDAY);

        for (int firing = 0; firing < 7; firing++) {
            dueNow();
            raise.runOnce();
        }

        assertThat(reminders(kind))
                .containsExactly(tuple(owner, 0), tuple(owner, 1), tuple(owner, 2), tuple(owner, 3), tuple(manager, 4));
        assertThat(story.count("SELECT count(*) FROM timer")).isZero();
    }

    @Test
    void aFollowUpIsRaisedOnceRepeatedThreeTimesAndThenTheManagerIsTold() {
        story.tell(Story.wait(ref, 1, "P21D"));
        dueNow();
        raise.runOnce();
        move("FOLLOW_UP_DUE", WEDNESDAY);

        for (int firing = 0; firing < 6; firing++) {
            dueNow();
            raise.runOnce();
        }

        assertThat(reminders("FOLLOW_UP"))
                .containsExactly(tuple(owner, 0), tuple(owner, 1), tuple(owner, 2), tuple(owner, 3), tuple(manager, 4));
        assertThat(story.told(EventType.FOLLOW_UP_DUE, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void whereNobodyIsKnownToManageTheRepIsToldOnceMore() {
        jdbi.useHandle(handle -> handle.execute("UPDATE person SET manager = false"));
        move("READY_TO_CALL", WEDNESDAY);

        for (int firing = 0; firing < 6; firing++) {
            dueNow();
            raise.runOnce();
        }

        assertThat(reminders("CALL_DUE")).hasSize(5).last().isEqualTo(tuple(owner, 4));
    }

    @Test
    void aRepeatComesThreeWorkingDaysAfterTheReminderOnAWorkingMorning() {
        move("READY_TO_CALL", WEDNESDAY);
        dueNow();
        raise.runOnce();

        // Whatever day the test runs on.
        assertThat(story.text("SELECT (due_at AT TIME ZONE 'Europe/Stockholm')::time::text FROM timer"))
                .isEqualTo("08:00:00");
        assertThat(story.count("SELECT extract(isodow FROM due_at AT TIME ZONE 'Europe/Stockholm') FROM timer"))
                .isLessThan(6);
        assertThat(story.count("SELECT working_days FROM timer")).isEqualTo(3);
        assertThat(story.count("SELECT count(*) FROM timer WHERE due_at > clock_timestamp() + interval '2 days'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PREPARING_EMAIL",
                "PREPARING_SCRIPT",
                "READY_TO_CALL",
                "SENDING_EMAIL",
                "AWAITING_RESPONSE",
                "FOLLOW_UP_DUE",
                "RESPONDED",
                "ENGAGED",
                "NEEDS_ATTENTION",
                "CLOSED"
            })
    void whoeverActsIsNotRemindedOfItAnyMore(String state) {
        for (String task : List.of("READY_TO_CALL", "RESPONDED", "FOLLOW_UP_DUE")) {
            story.tell(Story.wait(ref, (int) moves, "P21D"));
            move(task, WEDNESDAY);
            List<UUID> before = timers();
            move(state, WEDNESDAY);

            if (!task.equals(state) || !task.equals("FOLLOW_UP_DUE")) {
                assertThat(before).as(task + " left for " + state).hasSize(1);
                assertThat(timers()).doesNotContain(before.get(0));
            }
        }
    }

    @Test
    void aCallThatReachedNobodyBeginsAnewAWorkingDayAfterTheNextOne() {
        move("READY_TO_CALL", WEDNESDAY);
        dueNow();
        raise.runOnce();

        story.tell(unsuccessful(Instant.parse("2026-03-10T13:00:00Z")));

        assertThat(dueAt("CALL_DUE")).isEqualTo(Instant.parse("2026-03-12T07:00:00Z"));
        assertThat(story.count("SELECT attempt FROM timer")).isZero();
    }

    @Test
    void aCallThatIsToldBeforeTheOutreachIsKnownToBeReadyCountsAllTheSame() {
        story.tell(unsuccessful(Instant.parse("2026-03-10T13:00:00Z")));
        assertThat(kinds()).isEmpty();

        move("READY_TO_CALL", WEDNESDAY);

        assertThat(dueAt("CALL_DUE")).isEqualTo(Instant.parse("2026-03-12T07:00:00Z"));
    }

    @Test
    void aCallThatIsToldAfterTheOutreachWentOnRemindsOfNothing() {
        move("READY_TO_CALL", WEDNESDAY);
        move("SENDING_EMAIL", WEDNESDAY);

        story.tell(unsuccessful(null));

        assertThat(kinds()).isEmpty();
    }

    @Test
    void anAnswerThatIsNoneLetsTheFollowUpsRemindersGoOnWhereTheyWere() {
        story.tell(Story.wait(ref, 1, "P21D"));
        dueNow();
        raise.runOnce();
        move("FOLLOW_UP_DUE", WEDNESDAY);
        dueNow();
        raise.runOnce();
        move("RESPONDED", WEDNESDAY);

        move("FOLLOW_UP_DUE", WEDNESDAY);

        assertThat(kinds()).containsExactly("FOLLOW_UP");
        assertThat(story.count("SELECT attempt FROM timer")).isEqualTo(2);
        assertThat(dueAt("FOLLOW_UP")).isEqualTo(Instant.parse("2026-03-09T07:00:00Z"));
    }

    @Test
    void afterTheManagerWasToldNothingBeginsAgain() {
        story.tell(Story.wait(ref, 1, "P21D"));
        for (int firing = 0; firing < 5; firing++) {
            dueNow();
            raise.runOnce();
        }
        move("RESPONDED", WEDNESDAY);

        move("FOLLOW_UP_DUE", WEDNESDAY);

        assertThat(kinds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"task_number = task_number + 1", "state = 'AWAITING_RESPONSE'"})
    void aTimerOfAnEarlierTaskIsStaleAndTellsNobody(String change) {
        move("READY_TO_CALL", WEDNESDAY);
        jdbi.useHandle(handle -> handle.execute("UPDATE outreach SET " + change));
        dueNow();

        raise.runOnce();

        assertThat(reminders("CALL_DUE")).isEmpty();
        assertThat(story.text("SELECT ended_as FROM timer_history WHERE kind = 'CALL_DUE'"))
                .isEqualTo("STALE");
        assertThat(kinds()).isEmpty();
    }

    @Test
    void aRepWhoNowWorksElsewhereIsRemindedOnItsMornings() {
        move("READY_TO_CALL", WEDNESDAY);

        story.tell(new PersonProfileChanged(
                owner, "Ken Sato", null, null, "ken@seller.example", "Asia/Tokyo", "en", null, team, false));

        assertThat(dueAt("CALL_DUE")).isEqualTo(Instant.parse("2026-03-05T23:00:00Z"));
    }

    @Test
    void whoActsWhileTheReminderIsRaisedHasNoTimerLeft() throws Exception {
        move("READY_TO_CALL", WEDNESDAY);
        dueNow();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> acting = QuarkusTransaction.requiringNew().call(() -> {
                raise.runOnce();
                Future<?> started = other.submit(() -> move("SENDING_EMAIL", WEDNESDAY));
                awaitLock();
                return started;
            });
            acting.get(60, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertThat(reminders("CALL_DUE")).containsExactly(tuple(owner, 0));
        assertThat(kinds()).as("not even the next reminder's").isEmpty();
    }

    @Test
    void aCallToldWhileTheAnswerIsTakenInDoesNotTakeTheAnswersPlace() throws Exception {
        move("READY_TO_CALL", WEDNESDAY);
        long before = story.count("SELECT task_number FROM outreach");
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> called = QuarkusTransaction.requiringNew().call(() -> {
                jdbi.useHandle(handle -> handle.execute("UPDATE outreach SET state = 'RESPONDED'"));
                Future<?> started = other.submit(() -> story.tell(unsuccessful(Instant.parse("2026-03-10T13:00:00Z"))));
                awaitLock();
                return started;
            });
            called.get(60, TimeUnit.SECONDS);
        } finally {
            other.shutdownNow();
        }

        assertThat(story.count("SELECT task_number FROM outreach")).isEqualTo(before);
    }

    @Test
    void aCallOfAnEarlierRoundBeginsNothing() {
        OutreachRef second = new OutreachRef(ref.outreachId(), 2, ref.prospectId(), owner, team);
        story.tell(new OutreachMoved(second, null, "READY_TO_CALL", ++moves, "test", Instant.parse(WEDNESDAY)));

        story.tell(unsuccessful(Instant.parse("2026-03-10T13:00:00Z")));

        assertThat(dueAt("CALL_DUE")).isEqualTo(Instant.parse("2026-03-06T07:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"READY_TO_CALL, CALL_DUE, 0", "RESPONDED, DISPOSITION, 0", "FOLLOW_UP_DUE, FOLLOW_UP, 1"})
    void whatWasToBeDoneBeforeRemindersWereRepeatedIsRemindedOfToo(String state, String kind, int attempt)
            throws IOException {
        jdbi.useHandle(
                handle -> handle.execute("UPDATE outreach SET state = ?, task_number = 0, wait_number = 1", state));
        String migration = migration();

        jdbi.useHandle(handle -> handle.createScript(migration).execute());
        jdbi.useHandle(handle -> handle.createScript(migration).execute());

        assertThat(kinds()).containsExactly(kind);
        assertThat(story.count("SELECT attempt FROM timer")).isEqualTo(attempt);
        assertThat(dueAt(kind).atZone(ZoneId.of("Europe/Stockholm")).toLocalTime())
                .isEqualTo(LocalTime.of(8, 0));
        dueNow();
        raise.runOnce();
        assertThat(reminders(kind)).containsExactly(tuple(owner, attempt));
    }

    /** The migration that sets the timers, without its index. */
    private static String migration() throws IOException {
        try (InputStream file =
                TaskRemindersIT.class.getResourceAsStream("/db/migration/V17__chains_of_older_tasks.sql")) {
            String sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf("UPDATE"));
        }
    }

    private void awaitLock() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> story.count("SELECT count(*) FROM pg_stat_activity"
                                + " WHERE datname = current_database() AND wait_event_type = 'Lock'")
                        > 0);
    }

    private CallUnsuccessful unsuccessful(Instant next) {
        return new CallUnsuccessful(
                ref, UUID.randomUUID(), "NO_ANSWER", Instant.parse("2026-03-05T13:00:00Z"), next, owner, 1);
    }

    private void move(String to, String at) {
        story.tell(new OutreachMoved(ref, null, to, ++moves, "test", Instant.parse(at)));
    }

    private void dueNow() {
        jdbi.useHandle(handle -> handle.execute("UPDATE timer SET due_at = clock_timestamp()"));
    }

    private List<Tuple> reminders(String kind) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT recipient_id, attempt FROM reminder WHERE kind = :kind ORDER BY created_at, id")
                .bind("kind", kind)
                .map((row, ctx) -> tuple(row.getObject(1, UUID.class), row.getInt(2)))
                .list());
    }

    private List<String> kinds() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT kind FROM timer ORDER BY kind")
                .mapTo(String.class)
                .list());
    }

    private List<UUID> timers() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM timer WHERE kind <> 'WAIT'")
                .mapTo(UUID.class)
                .list());
    }

    private Instant dueAt(String kind) {
        return Instant.parse(story.text(
                "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM timer WHERE kind = ?",
                kind));
    }
}
