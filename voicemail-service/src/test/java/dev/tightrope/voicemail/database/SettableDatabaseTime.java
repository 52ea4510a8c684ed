package dev.tightrope.voicemail.database;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/** The database's clock in tests: it stands still until a test moves it, so that no undo window ends by itself. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SettableDatabaseTime extends DatabaseTime {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));

    @Override
    public Instant now(Handle handle) {
        return now.get();
    }

    /** What the service takes for the present. */
    public Instant now() {
        return now.get();
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }
}
