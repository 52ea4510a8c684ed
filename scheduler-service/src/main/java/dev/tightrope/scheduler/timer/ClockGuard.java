package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.time.StopWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Stops firing, in all replicas, when the database's clock jumped, until an admin confirms that it is right. */
@ApplicationScoped
class ClockGuard {
    private static final Logger LOG = Logger.getLogger(ClockGuard.class);

    private final Jdbi jdbi;
    private final StopWatch stopWatch;
    private final JumpDetector detector;
    private final AtomicBoolean held = new AtomicBoolean();

    ClockGuard(
            Jdbi jdbi,
            StopWatch stopWatch,
            @ConfigProperty(name = "tightrope.timers.allowed-clock-jump", defaultValue = "PT5M") Duration allowedJump) {
        this.jdbi = jdbi;
        this.stopWatch = stopWatch;
        this.detector = new JumpDetector(allowedJump);
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        metrics.gauge("tightrope.timers.clock.held", held, value -> value.get() ? 1 : 0);
    }

    /** Looks at the clocks, before a claim. A hold commits on its own: the claim that follows sees it, and may fail. */
    void check(Instant now) {
        Duration elapsed = stopWatch.elapsed();
        detector.look(now, elapsed).ifPresent(jump -> {
            LOG.errorf(
                    "The clock jumped by %s. No follow-up is raised until the clock is confirmed: "
                            + "check the database server's time, then POST /api/v1/timers/clock-confirmation",
                    jump);
            QuarkusTransaction.requiringNew().run(() -> hold(jump));
            // Only now, so that a jump whose hold could not be written is found again.
            detector.acceptAsTime(now, elapsed);
        });
        held.set(hold().isPresent());
    }

    /** The hold there is, if firing is stopped. */
    Optional<ClockHold> hold() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT held_since, jump_seconds FROM clock_hold")
                .map((row, ctx) -> new ClockHold(Rows.instant(row, "held_since"), row.getLong("jump_seconds")))
                .findOne());
    }

    /** Lets firing go on. */
    void confirm() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM clock_hold"));
    }

    private void hold(Duration jump) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO clock_hold (jump_seconds) VALUES (:jump) ON CONFLICT DO NOTHING")
                .bind("jump", jump.toSeconds())
                .execute());
    }
}
