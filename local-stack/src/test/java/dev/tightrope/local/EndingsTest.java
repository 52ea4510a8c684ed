package dev.tightrope.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndingsTest {

    private final Endings endings = Endings.atExit(() -> {});
    private final List<String> ended = Collections.synchronizedList(new ArrayList<>());

    @Test
    void what_was_started_last_ends_first_and_each_once() {
        endings.start(() -> "database", ended::add);
        endings.start(() -> "service", ended::add);
        endings.close();
        endings.close();
        assertThat(ended).containsExactly("service", "database");
    }

    @Test
    void nothing_starts_after_the_end_has_begun() {
        endings.close();
        assertThatThrownBy(() -> endings.start(() -> ended.add("started"), part -> {}))
                .hasMessageContaining("Stopped while it was starting");
        assertThat(ended).isEmpty();
    }

    @Test
    void a_part_that_is_just_starting_is_waited_for_and_ended() throws Exception {
        CountDownLatch starting = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> endings.start(
                () -> {
                    starting.countDown();
                    awaitDone(started);
                    return "broker";
                },
                ended::add));
        awaitDone(starting);
        CompletableFuture<Void> close = CompletableFuture.runAsync(endings::close);
        // The end has begun when nothing more may start; it cannot be over before the part has started.
        while (mayStart()) {
            Thread.onSpinWait();
        }
        assertThat(close).isNotDone();
        started.countDown();
        close.get(10, TimeUnit.SECONDS);
        start.get(10, TimeUnit.SECONDS);
        assertThat(ended).containsExactly("broker");
    }

    @Test
    void what_never_started_needs_no_end_and_what_cannot_end_stops_no_other() {
        endings.start(() -> "database", ended::add);
        endings.start(() -> "service", part -> {
            throw new IllegalStateException("stuck, as this test wants it");
        });
        assertThatThrownBy(() -> endings.start(
                        () -> {
                            throw new IllegalArgumentException("no port");
                        },
                        part -> ended.add("never")))
                .hasMessage("no port");
        endings.close();
        assertThat(ended).containsExactly("database");
    }

    private boolean mayStart() {
        try {
            endings.start(() -> "probe", part -> {});
            return true;
        } catch (LauncherException refused) {
            return false;
        }
    }

    private static void awaitDone(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
