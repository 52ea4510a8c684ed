package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A rep changes teams while something happens to several of the rep's outreaches: one waits for the other. */
@QuarkusTest
class TeamMoveLocksIT {
    @Inject
    Scene scene;

    @Inject
    OutreachStore store;

    @Inject
    Jdbi jdbi;

    @Test
    void outreachesAreLockedInTheOrderOfTheirIds() {
        User rep = User.rep("Rita Rep");
        UUID first = scene.opened(rep, scene.stage());
        UUID second = scene.opened(rep, scene.stage());
        // The older one lies behind the younger one now, where whoever locks them as they come finds it last.
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE outreach SET updated_at = now() WHERE id = :id")
                .bind("id", first)
                .execute());
        UUID team = UUID.randomUUID();

        CompletableFuture<Void> moved = QuarkusTransaction.requiringNew().call(() -> {
            store.lock(first);
            CompletableFuture<Void> moving = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> store.moveToTeam(rep.id(), team, scene.now())));
            await().atMost(Duration.ofSeconds(60)).until(this::somebodyWaitsForALock);
            store.lock(second);
            return moving;
        });

        moved.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(List.of(scene.view(first), scene.view(second)))
                .extracting(OutreachView::teamId)
                .containsOnly(team);
    }

    private boolean somebodyWaitsForALock() {
        return jdbi.withHandle(
                        handle -> handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                        """).mapTo(Integer.class).one())
                > 0;
    }
}
