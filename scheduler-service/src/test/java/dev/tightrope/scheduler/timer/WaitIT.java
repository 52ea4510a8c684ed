package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tightrope.events.DayCount;
import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachClosed;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.events.WaitStarted;
import dev.tightrope.messaging.PoisonException;
import dev.tightrope.scheduler.Story;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WaitIT {
    private final UUID owner = UUID.randomUUID();
    private final OutreachRef ref = Story.ref(owner, null);

    @Inject
    Story story;

    @Inject
    RaiseDueFollowUps raise;

    @BeforeEach
    void nothingIsLeft() {
        story.forget();
    }

    @Test
    void aWaitEndsOnTheRepsWorkingMorningAndTellsWhen() {
        story.profile(owner, "Anna Berg", "anna@seller.example", null, false);
        story.awaiting(ref, "Nordfrakt");

        story.tell(Story.wait(ref, 1, "P21D"));

        // Tuesday 10 February 10:12 and 21 days; the next morning is Wednesday's.
        assertThat(dueAt()).isEqualTo("2026-03-04T07:00:00Z");
        assertThat(story.told(EventType.WAIT_SCHEDULED, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void theWaitMayBeToldBeforeTheMoveThatStartsIt() {
        story.tell(Story.wait(ref, 1, "PT1S"));
        assertThat(timers()).isZero();

        story.move(ref, "AWAITING_RESPONSE");

        assertThat(timers()).isEqualTo(1);
        assertThat(story.told(EventType.WAIT_SCHEDULED, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void theSameWaitToldAgainChangesNothing() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        Instant due = dueAt();

        story.tell(Story.wait(ref, 1, "P90D"));

        assertThat(dueAt()).isEqualTo(due);
        assertThat(story.told(EventType.WAIT_SCHEDULED, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void aLaterWaitReplacesAnEarlierOneAndAnEarlierOneNeverALater() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        story.tell(Story.wait(ref, 3, "P30D"));
        story.tell(Story.wait(ref, 2, "PT1S"));

        assertThat(story.count("SELECT version FROM timer")).isEqualTo(3);
        assertThat(ending(1)).isEqualTo("REPLACED");
    }

    @Test
    void anAnswerPausesTheTimerAndOnlyANewWaitRunsAgain() {
        story.waiting(ref, "Nordfrakt", 1, "PT1S");
        story.move(ref, "RESPONDED");
        assertThat(timers()).isZero();
        assertThat(ending(1)).isEqualTo("PAUSED");

        story.move(ref, "AWAITING_RESPONSE");
        raise.runOnce();
        assertThat(timers()).as("the old wait does not come back").isZero();
        assertThat(story.told(EventType.FOLLOW_UP_DUE, ref.outreachId())).isZero();

        story.tell(Story.wait(ref, 2, "PT1S"));
        raise.runOnce();
        assertThat(story.told(EventType.FOLLOW_UP_DUE, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void aMessageThatMayBeAnAnswerHoldsTheTimerUntilItIsSettled() {
        story.waiting(ref, "Nordfrakt", 1, "PT1S");
        SuggestionOpened one = Story.suggestion(ref);
        SuggestionOpened other = Story.suggestion(ref);
        story.tell(one);
        story.tell(other);
        raise.runOnce();
        story.tell(Story.settled(one, "REJECTED"));
        raise.runOnce();
        assertThat(story.told(EventType.FOLLOW_UP_DUE, ref.outreachId())).isZero();
        assertThat(timers()).isEqualTo(1);

        story.tell(Story.settled(other, "REJECTED"));
        raise.runOnce();
        raise.runOnce();

        assertThat(story.told(EventType.FOLLOW_UP_DUE, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void aClosedOutreachHasNoTimer() {
        story.waiting(ref, "Nordfrakt", 1, "PT1S");

        story.tell(new OutreachClosed(ref, "OPTED_OUT", null, Story.CALLED_AT));
        story.move(ref, "CLOSED");
        raise.runOnce();

        assertThat(ending(1)).isEqualTo("CANCELLED");
        assertThat(story.told(EventType.FOLLOW_UP_DUE, ref.outreachId())).isZero();
    }

    @Test
    void aWaitThatFiredNeverFiresAgainWhateverIsTold() {
        story.waiting(ref, "Nordfrakt", 1, "PT1S");
        raise.runOnce();

        story.tell(Story.wait(ref, 1, "PT1S"));
        story.move(ref, "AWAITING_RESPONSE");
        raise.runOnce();

        assertThat(story.told(EventType.FOLLOW_UP_DUE, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void anOlderMoveThatComesLateHasNoEffect() {
        var older = story.moved(ref, "RESPONDED");
        story.waiting(ref, "Nordfrakt", 1, "PT1S");

        story.tell(older);

        assertThat(timers()).isEqualTo(1);
    }

    @Test
    void aProfileThatComesLateMovesTheTimerToTheRepsMorning() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        assertThat(dueAt()).as("nothing known of the rep: UTC").isEqualTo("2026-03-04T08:00:00Z");

        story.tell(new PersonProfileChanged(
                owner, "Ken Sato", null, null, "ken@seller.example", "Asia/Tokyo", "en", null, null, false));

        assertThat(dueAt()).isEqualTo("2026-03-03T23:00:00Z");
        assertThat(story.told(EventType.WAIT_SCHEDULED, ref.outreachId())).isEqualTo(2);
    }

    @Test
    void aProfileChangeThatMovesNothingTellsNothing() {
        story.profile(owner, "Anna Berg", "anna@seller.example", null, false);
        story.waiting(ref, "Nordfrakt", 1, "P21D");

        story.profile(owner, "Anna Berg-Lund", "anna@seller.example", null, false);

        assertThat(story.told(EventType.WAIT_SCHEDULED, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void aFixedEndIsTheNextWorkingMorning() {
        story.profile(owner, "Anna Berg", "anna@seller.example", null, false);
        story.awaiting(ref, "Nordfrakt");

        story.tell(new WaitStarted(
                ref, 1, Story.CALLED_AT, null, Instant.parse("2026-05-02T00:00:00Z"), "asked for later"));

        assertThat(dueAt()).isEqualTo("2026-05-04T06:00:00Z");
    }

    @Test
    void aWaitMayCountWorkingDays() {
        story.profile(owner, "Anna Berg", "anna@seller.example", null, false);
        story.awaiting(ref, "Nordfrakt");

        story.tell(new WaitStarted(
                ref, 1, Instant.parse("2026-03-27T13:00:00Z"), "P5D", null, "e-mail sent", DayCount.WORKING_DAYS));

        assertThat(dueAt()).isEqualTo("2026-04-08T06:00:00Z");
    }

    @Test
    void aWaitWithoutAnEndIsPoison() {
        story.awaiting(ref, "Nordfrakt");

        assertThatThrownBy(() -> story.tell(Story.wait(ref, 1, "three weeks")))
                .isInstanceOf(PoisonException.class)
                .hasMessageContaining(ref.outreachId().toString());
    }

    private long timers() {
        return story.count("SELECT count(*) FROM timer WHERE kind = 'WAIT'");
    }

    private Instant dueAt() {
        return Instant.parse(
                story.text("SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM timer"));
    }

    private String ending(int version) {
        return story.text("SELECT ended_as FROM timer_history WHERE kind = 'WAIT' AND version = ?", version);
    }
}
