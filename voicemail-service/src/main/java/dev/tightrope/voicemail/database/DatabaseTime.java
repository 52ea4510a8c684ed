package dev.tightrope.voicemail.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;

/** The database's clock: one for all replicas, so that they agree when an undo window is over. */
@ApplicationScoped
public class DatabaseTime {
    /** Present moment, which goes on within a transaction. */
    public Instant now(Handle handle) {
        return handle.createQuery("select clock_timestamp()")
                .map((rs, ctx) -> rs.getObject(1, OffsetDateTime.class).toInstant())
                .one();
    }
}
