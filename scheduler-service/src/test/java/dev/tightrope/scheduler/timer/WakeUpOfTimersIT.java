package dev.tightrope.scheduler.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.WaitStarted;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.background.BackgroundLoop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Firing whose poll is hours away: what is not woken for its due moment is not fired. */
@QuarkusTest
class WakeUpOfTimersIT {
    @Inject
    Story story;

    @Inject
    ShiftableClock clock;

    @Inject
    RaiseDueFollowUps raise;

    @Inject
    TimerWakeUp wakeUp;

    private final AtomicInteger looks = new AtomicInteger();
    private BackgroundLoop loop;

    @BeforeEach
    void itSleepsForHours() {
        story.forget();
        loop = new BackgroundLoop("sleepy-timers", false, 2, Duration.ofHours(5), wakeUp.sleepers(), () -> {
            looks.incrementAndGet();
            return raise.runOnce();
        });
        loop.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> looks.get() >= 2);
    }

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void awakesForTheNextDueMomentAndNotInBetween() {
        OutreachRef later = waits("PT5H");
        OutreachRef soon = waits("PT2S");
        int asleep = looks.get();

        await().atMost(Duration.ofSeconds(60)).until(() -> raised(soon) == 1);

        assertThat(raised(later)).isZero();
        // Two threads: woken for each of the two timers set, for the due moment, and by a clock that is a little
        // behind.
        assertThat(looks.get() - asleep).isLessThanOrEqualTo(10);
    }

    @Test
    void awakesForAnEarlierMomentThatIsSetWhileItSleeps() {
        OutreachRef ref = waits("PT5H");
        Instant begun = clock.now().truncatedTo(ChronoUnit.MICROS);

        story.tell(new WaitStarted(ref, 2, begun, "PT1S", null, "test"));

        await().atMost(Duration.ofSeconds(60)).until(() -> raised(ref) == 1);
    }

    private OutreachRef waits(String length) {
        OutreachRef ref = Story.ref(UUID.randomUUID(), null);
        story.awaiting(ref, "Nordfrakt");
        story.tell(new WaitStarted(ref, 1, clock.now().truncatedTo(ChronoUnit.MICROS), length, null, "test"));
        return ref;
    }

    private long raised(OutreachRef ref) {
        return story.told(EventType.FOLLOW_UP_DUE, ref.outreachId());
    }
}
