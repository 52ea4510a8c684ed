package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ReturnIT {
    private final UUID owner = UUID.randomUUID();
    private final OutreachRef ref = Story.ref(owner, null);

    @Inject
    Story story;

    @Inject
    RaiseDueFollowUps raise;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void nothingIsLeft() {
        story.forget();
        story.profile(owner, "Anna Berg", owner + "@seller.example", null, false);
    }

    @Test
    void aLostDealPlansAReturnAfterHalfAYearOnAWorkingMorning() {
        closed("LOST");

        assertThat(dueAt()).as("Tuesday 10 February and six months").isEqualTo("2026-08-11T06:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WON", "NO_RESPONSE", "DECLINED", "OPTED_OUT", "UNREACHABLE", "CANCELLED"})
    void noOtherEndingDoes(String outcome) {
        closed(outcome);

        assertThat(story.count("SELECT count(*) FROM timer")).isZero();
    }

    @Test
    void theReturnIsRaisedOnceByAnyNumberOfReplicas() throws Exception {
        closed("LOST");
        dueNow();

        RaiseDueFollowUpsIT.inParallel(3, () -> {
            raise.runOnce();
            return null;
        });
        story.profile(owner, "Anna Berg-Lund", owner + "@seller.example", null, false);
        raise.runOnce();

        assertThat(story.count("SELECT count(*) FROM reminder WHERE kind = 'RETURN' AND recipient_id = ?", owner))
                .isEqualTo(1);
        assertThat(story.count("SELECT count(*) FROM timer")).isZero();
    }

    @Test
    void nobodyIsSentBackWhereAnotherOutreachIsAtWork() {
        closed("LOST");
        dueNow();
        OutreachRef another = new OutreachRef(UUID.randomUUID(), 1, ref.prospectId(), UUID.randomUUID(), null);
        story.awaiting(another, "Nordfrakt");

        raise.runOnce();

        assertThat(story.count("SELECT count(*) FROM reminder")).isZero();
        assertThat(story.text("SELECT ended_as FROM timer_history WHERE kind = 'RETURN'"))
                .isEqualTo("STALE");
    }

    @Test
    void theReturnMovesToTheMorningsOfItsRep() {
        closed("LOST");

        story.tell(new PersonProfileChanged(
                owner, "Ken Sato", null, null, "ken@seller.example", "Asia/Tokyo", "en", null, null, false));

        // 11 August is Mountain Day in Japan.
        assertThat(dueAt()).isEqualTo("2026-08-11T23:00:00Z");
    }

    private void closed(String outcome) {
        story.engaged(ref, "Nordfrakt", LocalDate.of(2026, 3, 6));
        story.move(ref, "CLOSED");
        story.tell(new OutreachClosed(ref, outcome, null, Story.CALLED_AT));
    }

    private void dueNow() {
        jdbi.useHandle(handle -> handle.execute("UPDATE timer SET due_at = clock_timestamp()"));
    }

    private Instant dueAt() {
        return Instant.parse(
                story.text("SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM timer"));
    }
}
