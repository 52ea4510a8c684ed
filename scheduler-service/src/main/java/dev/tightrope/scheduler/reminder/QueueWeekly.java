package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.background.BackgroundLoop;
import dev.tightrope.scheduler.background.WakeUp;
import dev.tightrope.scheduler.database.DatabaseClock;
import dev.tightrope.scheduler.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Queues the letter every manager gets once a week, on its first working morning where they work. It looks every hour: a
 * new manager, another place of work and another day off are found by then, and a week has one letter all the same.
 */
@ApplicationScoped
class QueueWeekly {
    private static final Duration REST = Duration.ofHours(1);
    /** Year and week, without the day of ISO 8601's week date. */
    private static final DateTimeFormatter WEEK = new DateTimeFormatterBuilder()
            .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
            .appendLiteral("-W")
            .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
            .toFormatter(Locale.ROOT);

    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final People people;
    private final WeekBegin weekBegin;
    private final ReminderWakeUp wakeUp;

    QueueWeekly(Jdbi jdbi, DatabaseClock clock, People people, WeekBegin weekBegin, ReminderWakeUp wakeUp) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.people = people;
        this.weekBegin = weekBegin;
        this.wakeUp = wakeUp;
    }

    @Produces
    @Singleton
    static BackgroundLoop loop(
            QueueWeekly queue,
            @ConfigProperty(name = "tightrope.timers.enabled", defaultValue = "true") boolean enabled) {
        return new BackgroundLoop("queue-weekly-letters", enabled, 1, REST, new WakeUp(), queue::runOnce);
    }

    /** Queues what is missing, and moves what is queued where the week begins at another moment now. */
    @Transactional
    Duration runOnce() {
        jdbi.useHandle(handle -> {
            Instant now = clock.now(handle);
            PreparedBatch letters = handle.prepareBatch("""
                    INSERT INTO reminder (cause, kind, recipient_id, next_attempt_at)
                    VALUES ('weekly:' || :person || ':' || :week, 'WEEKLY', :person, :at)
                    ON CONFLICT (cause) DO UPDATE SET next_attempt_at = excluded.next_attempt_at
                        WHERE reminder.state = 'PENDING' AND reminder.claim IS NULL AND reminder.attempts = 0
                            AND reminder.next_attempt_at <> excluded.next_attempt_at
                    """);
            List<UUID> managers = handle.createQuery(
                            "SELECT id FROM person WHERE manager AND team_id IS NOT NULL ORDER BY id")
                    .mapTo(UUID.class)
                    .list();
            people.workingPlaces(managers).forEach((manager, place) -> {
                ZonedDateTime due = weekBegin.next(now, place);
                letters.bind("person", manager)
                        .bind("week", WEEK.format(due))
                        .bind("at", due.toInstant())
                        .add();
            });
            letters.execute();
        });
        wakeUp.signalAfterCommit();
        return REST;
    }
}
