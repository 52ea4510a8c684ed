package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.WaitStarted;
import dev.tightrope.scheduler.Story;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClockJumpIT {
    @Inject
    Story story;

    @Inject
    ShiftableClock clock;

    @Inject
    RaiseDueFollowUps raise;

    @Inject
    ClockGuard guard;

    private final OutreachRef ref = Story.ref(UUID.randomUUID(), null);

    @BeforeEach
    void aTimerDueInAnHour() {
        story.forget();
        raise.runOnce();
        guard.confirm();
        story.awaiting(ref, "Nordfrakt");
        story.tell(new WaitStarted(ref, 1, clock.now().truncatedTo(ChronoUnit.MICROS), "PT1H", null, "test"));
    }

    @AfterEach
    void theClockIsRightAgain() {
        clock.shiftBy(Duration.ZERO);
        raise.runOnce();
        guard.confirm();
    }

    @Test
    void afterAJumpNothingFiresUntilTheClockIsConfirmed() {
        clock.shiftBy(Duration.ofHours(2));

        raise.runOnce();
        raise.runOnce();
        assertThat(raised()).isZero();
        assertThat(guard.hold())
                .hasValueSatisfying(hold -> assertThat(hold.jumpSeconds()).isBetween(7_190L, 7_210L));

        guard.confirm();
        raise.runOnce();
        assertThat(raised()).isEqualTo(1);
    }

    @Test
    void theHoldStandsEvenIfTheClaimThatFoundTheJumpFails() {
        clock.shiftBy(Duration.ofHours(2));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    raise.runOnce();
                    throw new IllegalStateException("the process dies");
                }))
                .hasMessageContaining("dies");

        assertThat(guard.hold()).isPresent();
    }

    @Test
    void aSmallCorrectionFiresOnTime() {
        clock.shiftBy(Duration.ofMinutes(4));
        raise.runOnce();

        assertThat(guard.hold()).isEmpty();
    }

    private long raised() {
        return story.told(EventType.FOLLOW_UP_DUE, ref.outreachId());
    }
}
