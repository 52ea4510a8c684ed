package dev.tightrope.scheduler.database;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** The clock all replicas share: what is due is decided by the database's time, never by a replica's own. */
public interface DatabaseClock {
    /** The database's time at this moment, not at the start of the transaction. */
    Instant now(Handle handle);
}
