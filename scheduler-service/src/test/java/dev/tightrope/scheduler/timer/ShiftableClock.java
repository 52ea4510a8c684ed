package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.database.DatabaseClock;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The database's clock, which tests can set forward and back. */
@Mock
@ApplicationScoped
public class ShiftableClock implements DatabaseClock {
    private final Jdbi jdbi;
    private volatile Duration shift = Duration.ZERO;

    ShiftableClock(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void shiftBy(Duration shift) {
        this.shift = shift;
    }

    Instant now() {
        return jdbi.withHandle(this::now);
    }

    @Override
    public Instant now(Handle handle) {
        return handle.createQuery("SELECT clock_timestamp()")
                .map((row, ctx) ->
                        row.getObject(1, OffsetDateTime.class).toInstant().plus(shift))
                .one();
    }
}
