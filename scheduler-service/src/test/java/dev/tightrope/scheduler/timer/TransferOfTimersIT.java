package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachClosed;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.scheduler.Story;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An outreach that is handed over takes its timers with it, to the mornings of the new owner. */
@QuarkusTest
class TransferOfTimersIT {
    private final UUID owner = UUID.randomUUID();
    private final UUID heir = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private final OutreachRef ref = Story.ref(owner, null);

    @Inject
    Story story;

    @Inject
    RaiseDueFollowUps raise;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void oneInStockholmOneInTokyo() {
        story.forget();
        story.profile(owner, "Anna Berg", owner + "@seller.example", null, false);
        story.tell(new PersonProfileChanged(
                heir, "Ken Sato", null, null, heir + "@seller.example", "Asia/Tokyo", "en", null, team, false));
    }

    @Test
    void theWaitEndsOnTheNewOwnersMorningAndIsToldAnew() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        assertThat(dueAt("WAIT")).isEqualTo("2026-03-04T07:00:00Z");

        story.tell(Story.transferred(ref, heir));

        assertThat(dueAt("WAIT")).isEqualTo("2026-03-03T23:00:00Z");
        assertThat(story.told(EventType.WAIT_SCHEDULED, ref.outreachId())).isEqualTo(2);
        assertThat(story.text("SELECT CAST(owner_id AS text) FROM outreach WHERE id = ?", ref.outreachId()))
                .isEqualTo(heir.toString());
        assertThat(story.text("SELECT CAST(team_id AS text) FROM outreach WHERE id = ?", ref.outreachId()))
                .isEqualTo(team.toString());
    }

    @Test
    void aWaitThatIsOverIsNotRaisedAgain() {
        story.waiting(ref, "Nordfrakt", 1, "PT1S");
        raise.runOnce();

        story.tell(Story.transferred(ref, heir));
        raise.runOnce();

        assertThat(story.told(EventType.FOLLOW_UP_DUE, ref.outreachId())).isEqualTo(1);
    }

    @Test
    void theNextStepIsRemindedOfWhereTheNewOwnerWorks() {
        story.engaged(ref, "Nordfrakt", LocalDate.of(2126, 3, 1));
        assertThat(dueAt("NEXT_STEP")).isEqualTo("2126-03-04T07:00:00Z");

        story.tell(Story.transferred(ref, heir));

        assertThat(dueAt("NEXT_STEP")).isEqualTo("2126-03-03T23:00:00Z");
        assertThat(dueAt("NEXT_STEP_ESCALATION")).isEqualTo("2126-03-06T23:00:00Z");
    }

    @Test
    void theReturnToALostDealIsTheNewOwners() {
        story.awaiting(ref, "Nordfrakt");
        story.tell(new OutreachClosed(ref, "LOST", null, Story.CALLED_AT));
        story.move(ref, "CLOSED");
        assertThat(dueAt("RETURN")).isEqualTo("2026-08-11T06:00:00Z");

        story.tell(Story.transferred(ref, heir));

        assertThat(dueAt("RETURN")).as("after Mountain Day").isEqualTo("2026-08-11T23:00:00Z");
    }

    @Test
    void whatStillNeedsAMeaningIsRemindedOfWhereTheNewOwnerWorks() {
        story.awaiting(ref, "Nordfrakt");
        story.move(ref, "RESPONDED");
        assertThat(dueAt("DISPOSITION")).isEqualTo("2026-02-11T07:00:00Z");

        story.tell(Story.transferred(ref, heir));

        assertThat(dueAt("DISPOSITION")).as("after National Foundation Day").isEqualTo("2026-02-11T23:00:00Z");
    }

    private Instant dueAt(String kind) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT due_at FROM timer WHERE kind = ? AND outreach_id = ?", kind, ref.outreachId())
                .mapTo(Instant.class)
                .one());
    }
}
