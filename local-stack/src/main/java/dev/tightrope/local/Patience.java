package dev.tightrope.local;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what happens behind the API: events travel, mails arrive, timers fire. */
public final class Patience {

    private Patience() {}

    /** Asks every quarter of a second until the answer will do; throws with the last answer when time is over. */
    public static <T> T until(String what, Duration limit, Supplier<T> question, Predicate<T> willDo) {
        long deadline = System.nanoTime() + limit.toNanos();
        T answer = question.get();
        while (!willDo.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "Waited " + limit.toSeconds() + " s in vain for " + what + ". Last seen: " + answer);
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            // Nobody counts down: a plain pause between two questions.
            new CountDownLatch(1).await(250, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
