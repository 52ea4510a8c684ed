package dev.tightrope.voicemail.database;

import dev.tightrope.calendar.CallingHours;
import dev.tightrope.calendar.CallingPlace;
import dev.tightrope.calendar.CallingWindow;
import dev.tightrope.calendar.WorkingDays;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;

/** The database's clock in tests: it stands still until a test moves it, so that no undo window ends by itself. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SettableDatabaseTime extends DatabaseTime {
    private static final CallingPlace STOCKHOLM = new CallingPlace(List.of(ZoneId.of("Europe/Stockholm")), "SE", null);
    private static final CallingHours MORNINGS =
            new CallingHours(LocalTime.of(10, 0), LocalTime.of(11, 0), Duration.ZERO, new WorkingDays());

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));

    @Override
    public Instant now(Handle handle) {
        return now.get();
    }

    /** What the service takes for the present. */
    public Instant now() {
        return now.get();
    }

    /** A morning hour of a working day in Stockholm, where the executives of the tests are: the next one unless it is. */
    public void becomesMorning() {
        now.updateAndGet(before -> {
            CallingWindow morning =
                    MORNINGS.after(before, STOCKHOLM).findFirst().orElseThrow();
            return morning.contains(before) ? before : morning.opens();
        });
    }

    /** Becomes a moment that is still to come. */
    public void becomes(Instant later) {
        now.updateAndGet(before -> {
            if (later.isBefore(before)) {
                throw new IllegalArgumentException(later + " is before " + before + ": time goes on only");
            }
            return later;
        });
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }
}
