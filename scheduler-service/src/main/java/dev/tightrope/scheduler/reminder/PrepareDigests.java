package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.background.BackgroundLoop;
import dev.tightrope.scheduler.background.WakeUp;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.database.AfterCommit;
import dev.tightrope.scheduler.database.DatabaseClock;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.PersonChanged;
import dev.tightrope.scheduler.people.WorkingTimesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Prepares the digest of whoever wants one and has something waiting for it. It looks at what is committed, over and over,
 * instead of being told: whatever comes, and whatever is preferred meanwhile, nothing waits for a digest that nobody prepares.
 */
@ApplicationScoped
class PrepareDigests {
    private static final String CAUSE = "digest:";
    private static final Duration REST = Duration.ofMinutes(1);

    private static final String READERS = """
            SELECT f.person_id, f.digest_at, (
                SELECT max(d.cause) FROM reminder d WHERE d.recipient_id = f.person_id AND d.kind = 'DIGEST'
                    AND d.state <> 'PENDING') AS latest
            FROM reminder_preference f WHERE f.delivery = 'DIGEST' AND
            """;
    private static final String PREPARED =
            "EXISTS (SELECT 1 FROM reminder d WHERE d.recipient_id = f.person_id AND d.kind = 'DIGEST'"
                    + " AND d.state = 'PENDING')";
    private static final String SOMETHING_WAITS =
            "EXISTS (SELECT 1 FROM reminder r WHERE r.recipient_id = f.person_id AND r.state = 'PENDING'"
                    + " AND r.version IS NOT NULL AND " + ReminderQueue.GOES_ON + ")";

    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final People people;
    private final DigestHour hours;
    private final AfterCommit afterCommit;
    private final WakeUp wakeUp = new WakeUp();

    PrepareDigests(Jdbi jdbi, DatabaseClock clock, People people, DigestHour hours, AfterCommit afterCommit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.people = people;
        this.hours = hours;
        this.afterCommit = afterCommit;
    }

    @Produces
    @Singleton
    static BackgroundLoop loop(
            PrepareDigests prepare,
            @ConfigProperty(name = "tightrope.timers.enabled", defaultValue = "true") boolean enabled) {
        return new BackgroundLoop("prepare-digests", enabled, 1, REST, prepare.sleepers(), prepare::runOnce);
    }

    WakeUp sleepers() {
        return wakeUp;
    }

    /** Prepares those that are missing. */
    @Transactional
    Duration runOnce() {
        write("""
                INSERT INTO reminder (cause, kind, recipient_id, next_attempt_at)
                VALUES (:cause, 'DIGEST', :person, :at) ON CONFLICT DO NOTHING
                """, "NOT " + PREPARED + " AND " + SOMETHING_WAITS, Map.of());
        return REST;
    }

    /** Moves a prepared digest to another hour or place; what is queued may need one, or none any more. */
    void preferred(UUID person) {
        write("""
                UPDATE reminder SET cause = :cause, next_attempt_at = :at
                WHERE recipient_id = :person AND kind = 'DIGEST' AND state = 'PENDING' AND claim IS NULL
                """, "f.person_id = :person AND " + PREPARED, Map.of("person", person));
        afterCommit.run(wakeUp::signal);
    }

    void changed(@Observes PersonChanged change) {
        preferred(change.person().id());
    }

    void changed(@Observes WorkingTimesChanged change) {
        preferred(change.personId());
    }

    private void write(String statement, String condition, Map<String, UUID> values) {
        jdbi.useHandle(handle -> {
            Instant now = clock.now(handle);
            List<Reader> readers = handle.createQuery(READERS + condition)
                    .bindMap(values)
                    .map((row, ctx) -> read(row))
                    .list();
            Map<UUID, WorkingPlace> places =
                    people.workingPlaces(readers.stream().map(Reader::person).toList());
            for (Reader reader : readers) {
                DigestHour.Due due = hours.next(
                        now,
                        reader.hour(),
                        reader.latest(),
                        places.getOrDefault(reader.person(), WorkingPlace.UNKNOWN));
                handle.createUpdate(statement)
                        .bind("cause", CAUSE + reader.person() + ":" + due.day())
                        .bind("person", reader.person())
                        .bind("at", due.at())
                        .execute();
            }
        });
    }

    private static Reader read(ResultSet row) throws SQLException {
        String latest = row.getString("latest");
        return new Reader(
                Rows.uuid(row, "person_id"),
                row.getObject("digest_at", LocalTime.class),
                latest == null ? null : LocalDate.parse(latest.substring(latest.lastIndexOf(':') + 1)));
    }

    private record Reader(
            UUID person, LocalTime hour, @Nullable LocalDate latest) {}
}
