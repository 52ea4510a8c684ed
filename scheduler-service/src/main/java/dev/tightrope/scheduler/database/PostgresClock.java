package dev.tightrope.scheduler.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;

/** Reads the clock of the PostgreSQL server. */
@ApplicationScoped
class PostgresClock implements DatabaseClock {
    @Override
    public Instant now(Handle handle) {
        return handle.createQuery("SELECT clock_timestamp()")
                .map((row, ctx) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .one();
    }
}
