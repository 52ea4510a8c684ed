package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.OutreachClosed;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.scheduler.Story;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NextStepIT {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 6);
    private static final LocalDate FAR = LocalDate.of(2126, 3, 6);

    private final UUID owner = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private final OutreachRef ref = Story.ref(owner, team);

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
    }

    @Test
    void theRepIsRemindedOnTheWorkingMorningAfterTheDayAndTheManagerSomeWorkingDaysLater() {
        story.engaged(ref, "Nordfrakt", FRIDAY);

        assertThat(dueAt("NEXT_STEP")).as("Monday").isEqualTo("2026-03-09T07:00:00Z");
        assertThat(dueAt("NEXT_STEP_ESCALATION")).as("Thursday").isEqualTo("2026-03-12T07:00:00Z");
    }

    @Test
    void aStepOverTheChangeToSummerTimeAndOverEasterIsStillDueOnAWorkingMorning() {
        story.engaged(ref, "Nordfrakt", LocalDate.of(2026, 3, 27));
        assertThat(dueAt("NEXT_STEP")).as("Monday, summer time").isEqualTo("2026-03-30T06:00:00Z");

        story.tell(Story.nextStep(ref, LocalDate.of(2026, 4, 2)));
        assertThat(dueAt("NEXT_STEP")).as("after Easter Monday").isEqualTo("2026-04-07T06:00:00Z");
        assertThat(dueAt("NEXT_STEP_ESCALATION")).isEqualTo("2026-04-10T06:00:00Z");
    }

    @Test
    void aRepWhoseProfileSaysAnotherZoneIsRemindedOnItsMorning() {
        story.engaged(ref, "Nordfrakt", FRIDAY);

        story.tell(new PersonProfileChanged(
                owner, "Ken Sato", null, null, "ken@seller.example", "Asia/Tokyo", "en", null, team, false));

        assertThat(dueAt("NEXT_STEP")).isEqualTo("2026-03-08T23:00:00Z");
    }

    @Test
    void anOverdueStepRemindsTheRepOnceThenTheManagerOnce() {
        story.engaged(ref, "Nordfrakt", FRIDAY);
        later("NEXT_STEP_ESCALATION");

        raiseAll();
        raiseAll();
        assertThat(recipients()).containsExactly(owner);

        now("NEXT_STEP_ESCALATION");
        raiseAll();
        raiseAll();
        assertThat(recipients()).containsExactlyInAnyOrder(owner, manager);
    }

    @Test
    void whereNobodyIsKnownToManageTheRepIsRemindedAgain() {
        OutreachRef alone = Story.ref(UUID.randomUUID(), null);
        story.engaged(alone, "Nordfrakt", FRIDAY);

        raiseAll();

        assertThat(recipients()).containsExactly(alone.ownerId(), alone.ownerId());
    }

    @Test
    void threeReplicasRaiseEachOverdueStepOnce() throws Exception {
        List<OutreachRef> refs =
                IntStream.range(0, 120).mapToObj(n -> Story.ref(owner, team)).toList();
        refs.forEach(each -> story.engaged(each, "Nordfrakt", FRIDAY));

        RaiseDueFollowUpsIT.inParallel(3, () -> {
            raiseAll();
            return null;
        });

        assertThat(story.count("SELECT count(*) FROM reminder WHERE recipient_id = ?", owner))
                .isEqualTo(120);
        assertThat(story.count("SELECT count(*) FROM reminder WHERE recipient_id = ?", manager))
                .isEqualTo(120);
        assertThat(story.count("SELECT count(*) FROM timer_history WHERE ended_as = 'FIRED'"))
                .isEqualTo(240);
    }

    @Test
    void aNewStepTakesThePlaceOfTheOldOne() {
        story.engaged(ref, "Nordfrakt", FRIDAY);

        story.tell(Story.nextStep(ref, FAR));
        raiseAll();

        assertThat(recipients()).isEmpty();
        assertThat(story.count("SELECT count(*) FROM timer_history WHERE ended_as = 'REPLACED'"))
                .isEqualTo(2);
        assertThat(story.count("SELECT count(*) FROM timer")).isEqualTo(2);
    }

    @Test
    void aStepThatIsToldAfterALaterOneHasNoEffect() {
        story.awaiting(ref, "Nordfrakt");
        story.move(ref, "ENGAGED");
        story.tell(UUID.randomUUID(), 1_000_000, Story.nextStep(ref, FAR));

        story.tell(UUID.randomUUID(), 999_999, Story.nextStep(ref, FRIDAY));
        raiseAll();

        assertThat(recipients()).isEmpty();
        assertThat(story.count("SELECT count(*) FROM timer WHERE version = 1000000"))
                .isEqualTo(2);
        assertThat(story.text("SELECT next_step_on FROM outreach")).isEqualTo(FAR.toString());
        now("NEXT_STEP");
        now("NEXT_STEP_ESCALATION");
        raiseAll();
        assertThat(recipients()).as("the later step still counts").containsExactlyInAnyOrder(owner, manager);
    }

    @Test
    void aTimerOfAnEarlierStepIsStaleAndTellsNobody() {
        story.engaged(ref, "Nordfrakt", FRIDAY);
        jdbi.useHandle(handle -> handle.execute("UPDATE outreach SET next_step_version = next_step_version + 1"));

        raiseAll();

        assertThat(recipients()).isEmpty();
        assertThat(story.count("SELECT count(*) FROM timer_history WHERE ended_as = 'STALE'"))
                .isEqualTo(2);
    }

    @Test
    void anAnswerPausesTheStepAndItRunsAgainFromWhenTheOutreachComesBack() {
        story.engaged(ref, "Nordfrakt", FRIDAY);
        story.move(ref, "RESPONDED");
        raiseAll();
        assertThat(recipients()).isEmpty();
        assertThat(story.count("SELECT count(*) FROM timer_history WHERE ended_as = 'PAUSED'"))
                .isEqualTo(2);

        story.tell(new OutreachMoved(
                ref, "RESPONDED", "ENGAGED", 1_000_000, "not from them", Instant.parse("2026-03-11T15:00:00Z")));

        assertThat(dueAt("NEXT_STEP")).as("overdue, but not at once").isEqualTo("2026-03-12T07:00:00Z");
        raiseAll();
        assertThat(recipients()).containsExactlyInAnyOrder(owner, manager);
    }

    @Test
    void aStepWhoseRepWasRemindedIsNotRemindedAgainWhenTheOutreachComesBack() {
        story.engaged(ref, "Nordfrakt", FRIDAY);
        later("NEXT_STEP_ESCALATION");
        raiseAll();
        story.move(ref, "RESPONDED");

        story.move(ref, "ENGAGED");
        raiseAll();

        assertThat(recipients()).as("the manager is told now").containsExactlyInAnyOrder(owner, manager);
    }

    @Test
    void aWithdrawnEngagementHasNoNextStepAndItsWaitRuns() {
        story.engaged(ref, "Nordfrakt", FRIDAY);

        story.move(ref, "AWAITING_RESPONSE");
        story.tell(Story.wait(ref, 2, "P21D"));
        assertThat(story.count("SELECT count(*) FROM timer WHERE kind <> 'WAIT'"))
                .isZero();
        assertThat(story.count("SELECT count(*) FROM timer_history WHERE ended_as = 'CANCELLED'"))
                .isEqualTo(2);

        story.move(ref, "ENGAGED");
        assertThat(story.count("SELECT count(*) FROM timer"))
                .as("another engagement has a step of its own")
                .isZero();
    }

    @Test
    void aClosedOutreachHasNoNextStep() {
        story.engaged(ref, "Nordfrakt", FRIDAY);

        story.move(ref, "CLOSED");
        story.tell(new OutreachClosed(ref, "WON", null, Story.CALLED_AT));
        raiseAll();

        assertThat(recipients()).isEmpty();
        assertThat(story.count("SELECT count(*) FROM timer_history WHERE ended_as = 'CANCELLED'"))
                .isEqualTo(2);
    }

    private void raiseAll() {
        while (raise.runOnce().isZero() || story.count("SELECT count(*) FROM timer WHERE due_at < now()") > 0) {
            Thread.onSpinWait();
        }
    }

    private List<UUID> recipients() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT recipient_id FROM reminder WHERE kind = 'NEXT_STEP' ORDER BY created_at")
                .mapTo(UUID.class)
                .list());
    }

    private void later(String kind) {
        jdbi.useHandle(handle ->
                handle.execute("UPDATE timer SET due_at = clock_timestamp() + interval '1 hour' WHERE kind = ?", kind));
    }

    private void now(String kind) {
        jdbi.useHandle(handle -> handle.execute("UPDATE timer SET due_at = clock_timestamp() WHERE kind = ?", kind));
    }

    private Instant dueAt(String kind) {
        return Instant.parse(story.text(
                "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM timer WHERE kind = ?",
                kind));
    }
}
