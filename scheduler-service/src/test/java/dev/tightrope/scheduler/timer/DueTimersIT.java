package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.scheduler.Story;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DueTimersIT {
    private static final String HELD = "SELECT count(*) FROM timer WHERE held";

    @Inject
    RaiseDueFollowUps raise;

    @Inject
    Story story;

    @Inject
    Jdbi jdbi;

    @Inject
    DataSource dataSource;

    private final OutreachRef ref = Story.ref(UUID.randomUUID(), null);

    @BeforeEach
    void nothingIsLeft() {
        story.forget();
    }

    @Test
    void aSuggestionSetsADueTimerAsideUntilItIsSettled() {
        story.waiting(ref, "Nordfrakt", 1, "PT1S");
        SuggestionOpened suggestion = Story.suggestion(ref);
        story.tell(suggestion);

        raise.runOnce();
        assertThat(story.count(HELD)).isEqualTo(1);
        assertThat(raised()).isZero();

        story.tell(Story.settled(suggestion, "REJECTED"));
        raise.runOnce();
        assertThat(raised()).isEqualTo(1);
    }

    @Test
    void aSecondSuggestionHoldsOnWhenTheFirstIsSettled() {
        story.waiting(ref, "Nordfrakt", 1, "PT1S");
        SuggestionOpened first = Story.suggestion(ref);
        SuggestionOpened second = Story.suggestion(ref);
        story.tell(first);
        story.tell(second);
        raise.runOnce();

        story.tell(Story.settled(first, "REJECTED"));
        raise.runOnce();
        assertThat(raised()).isZero();
        assertThat(story.count(HELD)).isEqualTo(1);

        story.tell(Story.settled(second, "REJECTED"));
        raise.runOnce();
        assertThat(raised()).isEqualTo(1);
    }

    @Test
    void aTimerWhoseSuggestionIsBeingSettledIsPassedOverAndNotForgotten() throws Exception {
        story.waiting(ref, "Nordfrakt", 1, "PT1S");
        SuggestionOpened suggestion = Story.suggestion(ref);
        story.tell(suggestion);

        try (Connection settling = dataSource.getConnection()) {
            settling.setAutoCommit(false);
            try (PreparedStatement delete = settling.prepareStatement("DELETE FROM open_suggestion")) {
                delete.execute();
            }
            raise.runOnce();
            assertThat(story.count(HELD))
                    .as("set aside with nobody left to take it back")
                    .isZero();
            assertThat(raised()).isZero();
            settling.commit();
        }

        raise.runOnce();
        assertThat(raised()).isEqualTo(1);
    }

    @Test
    void aBatchOfNothingButHeldTimersIsNotTheEnd() {
        story.setTimers(500, "clock_timestamp() - interval '1 hour'");
        jdbi.useHandle(
                handle -> handle.execute(
                        "INSERT INTO open_suggestion (id, outreach_id, opened_at) SELECT uuidv7(), outreach_id, now() FROM timer"));
        story.setTimers(1, "clock_timestamp() - interval '30 minutes'");

        assertThat(raise.runOnce()).isZero();
        assertThat(raise.runOnce()).isPositive();

        assertThat(story.count(HELD)).isEqualTo(500);
        assertThat(story.count("SELECT count(*) FROM reminder")).isEqualTo(1);
    }

    @Test
    void whatComesDueNowDoesNotWaitForABacklog() {
        story.setTimers(3_000, "clock_timestamp() - random() * interval '1 hour'");
        story.waiting(ref, "Nordfrakt", 1, "PT1S");
        jdbi.useHandle(handle ->
                handle.execute("UPDATE timer SET due_at = clock_timestamp() WHERE outreach_id = ?", ref.outreachId()));

        assertThat(raise.runOnce()).isZero();

        assertThat(raised()).isEqualTo(1);
        assertThat(story.count("SELECT count(*) FROM timer_history WHERE due_at <= (SELECT min(due_at) FROM timer)"))
                .as("the oldest go on too")
                .isEqualTo(400);
    }

    private long raised() {
        return story.told(EventType.FOLLOW_UP_DUE, ref.outreachId());
    }
}
