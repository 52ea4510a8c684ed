package dev.tightrope.scheduler.background;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WakeUpTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private final WakeUp wakeUp = new WakeUp();

    @Test
    @Timeout(30)
    void aSignalBetweenTheLookAndTheSleepEndsTheSleepAtOnce() throws InterruptedException {
        long ticket = wakeUp.ticket();
        wakeUp.signal();

        assertThat(wakeUp.awaitLaterThan(ticket, AN_HOUR)).isTrue();
    }

    @Test
    void withoutASignalTheSleepEndsByItself() throws InterruptedException {
        assertThat(wakeUp.awaitLaterThan(wakeUp.ticket(), Duration.ofMillis(5))).isFalse();
    }

    @Test
    void aSignalOfBeforeTheLookDoesNotWakeAgain() throws InterruptedException {
        wakeUp.signal();

        assertThat(wakeUp.awaitLaterThan(wakeUp.ticket(), Duration.ofMillis(5))).isFalse();
    }

    /**
     * Work is added at every possible moment of a worker going to sleep, with a sleep so long that one lost wake-up hangs
     * the test: the worker's last look may happen just before the addition, its sleep just after the signal.
     */
    @Test
    @Timeout(60)
    void noneOfManyAdditionsRacingWithSleepIsLost() throws InterruptedException {
        ConcurrentLinkedQueue<Integer> work = new ConcurrentLinkedQueue<>();
        AtomicInteger done = new AtomicInteger();
        BackgroundLoop loop = new BackgroundLoop("race", false, 1, AN_HOUR, wakeUp, () -> {
            if (work.poll() != null) {
                done.incrementAndGet();
                return Duration.ZERO;
            }
            return AN_HOUR;
        });
        loop.start();
        try {
            for (int round = 1; round <= 30_000; round++) {
                work.add(round);
                wakeUp.signal();
                if (round % 2 == 0) {
                    // Let the workers run dry, so that they are on their way to sleep when the next one comes.
                    spinUntil(done, round);
                    LockSupport.parkNanos(round % 20 * 500L);
                }
            }
            spinUntil(done, 30_000);
        } finally {
            loop.stop();
        }
        assertThat(done).hasValue(30_000);
    }

    @Test
    @Timeout(30)
    void workThatComesJustAfterTheLookIsDoneWithoutWaitingForThePoll() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(2);
        BackgroundLoop loop = new BackgroundLoop("late-work", false, 1, AN_HOUR, wakeUp, () -> {
            if (looks.getCount() == 2) {
                // The look is over and found nothing; before the loop can sleep, there is work.
                wakeUp.signal();
            }
            looks.countDown();
            return AN_HOUR;
        });
        loop.start();
        try {
            assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            loop.stop();
        }
    }

    @Test
    @Timeout(30)
    void aStepThatFailsIsTriedAgain() throws InterruptedException {
        CountDownLatch third = new CountDownLatch(3);
        BackgroundLoop loop = new BackgroundLoop("failing", false, 1, AN_HOUR, wakeUp, () -> {
            third.countDown();
            throw new IllegalStateException("the database is away");
        });
        loop.start();
        try {
            assertThat(third.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            loop.stop();
        }
    }

    @Test
    @Timeout(30)
    void aLoopCanBeStoppedAndStartedAgain() throws InterruptedException {
        Semaphore steps = new Semaphore(0);
        BackgroundLoop loop = new BackgroundLoop("restart", false, 1, AN_HOUR, wakeUp, () -> {
            steps.release();
            return AN_HOUR;
        });
        loop.start();
        steps.acquire();
        loop.stop();
        wakeUp.signal();
        assertThat(steps.tryAcquire(50, TimeUnit.MILLISECONDS))
                .as("nothing runs after the stop")
                .isFalse();

        loop.start();
        steps.acquire();
        loop.stop();
    }

    /** Spins, because any sleep of the test's own would keep it from meeting the worker at the wrong moment. */
    private static void spinUntil(AtomicInteger counter, int value) throws InterruptedException {
        while (counter.get() < value) {
            if (Thread.interrupted()) {
                throw new InterruptedException("still at " + counter.get() + ": a wake-up was lost");
            }
            Thread.onSpinWait();
        }
    }
}
