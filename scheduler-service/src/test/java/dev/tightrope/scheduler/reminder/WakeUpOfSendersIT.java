package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import dev.tightrope.scheduler.background.BackgroundLoop;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Senders that would sleep for hours unless they are told: one lost wake-up and a reminder stays unsent. */
@QuarkusTest
class WakeUpOfSendersIT {
    private static final Duration HOURS = Duration.ofHours(5);

    @Inject
    Story story;

    @Inject
    SendReminders send;

    @Inject
    ReminderWakeUp wakeUp;

    private BackgroundLoop loop;

    @BeforeEach
    void sendersSleepForHours() {
        story.forget();
        loop = new BackgroundLoop("sleepy-senders", false, 2, HOURS, wakeUp.sleepers(), () -> {
            Duration rest = send.runOnce();
            return rest.isZero() ? rest : HOURS;
        });
        loop.start();
    }

    @AfterEach
    void stop() {
        loop.stop();
    }

    @Test
    void noReminderQueuedWhileSendersGoToSleepIsForgotten() throws Exception {
        UUID owner = UUID.randomUUID();
        String address = owner + "@seller.example";
        story.profile(owner, "Anna Berg", address, null, false);
        OutreachRef ref = Story.ref(owner, null);
        story.awaiting(ref, "Nordfrakt");

        int writers = 3;
        int each = 120;
        ExecutorService executor = Executors.newFixedThreadPool(writers);
        List<Future<?>> ends = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            Random random = new Random(writer);
            ends.add(executor.submit(() -> {
                for (int number = 0; number < each; number++) {
                    story.tell(Story.response(ref));
                    // About as long as sending takes, so that senders are at every point of falling asleep.
                    LockSupport.parkNanos(random.nextInt(8_000_000));
                }
            }));
        }
        for (Future<?> end : ends) {
            end.get();
        }
        executor.shutdown();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(story.count("SELECT count(*) FROM reminder WHERE state = 'SENT'"))
                        .isEqualTo((long) writers * each));
        assertThat(TestMail.acceptedFor(address)).hasSize(writers * each);
    }

    @Test
    void oneAfterTheOtherIsSentWithoutWaitingForThePoll() {
        UUID owner = UUID.randomUUID();
        story.profile(owner, "Anna Berg", owner + "@seller.example", null, false);
        OutreachRef ref = Story.ref(owner, null);
        story.awaiting(ref, "Nordfrakt");

        for (int number = 1; number <= 30; number++) {
            story.tell(Story.response(ref));
            long expected = number;
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> story.count("SELECT count(*) FROM reminder WHERE state = 'SENT'") == expected);
        }
    }

    @Test
    void aProfileThatArrivesWakesTheSenders() {
        UUID owner = UUID.randomUUID();
        OutreachRef ref = Story.ref(owner, null);
        story.awaiting(ref, "Nordfrakt");
        story.tell(Story.response(ref));

        story.profile(owner, "Anna Berg", owner + "@seller.example", null, false);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> story.count("SELECT count(*) FROM reminder WHERE state = 'SENT'") == 1);
    }
}
