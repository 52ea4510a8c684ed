package dev.tightrope.scheduler.availability;

import dev.tightrope.scheduler.background.BackgroundLoop;
import dev.tightrope.scheduler.background.WakeUp;
import dev.tightrope.scheduler.database.AfterCommit;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.WorkingTimesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Has everything moved that is due at other times since somebody's times changed. A closure concerns all of us, so it is
 * done behind the request, person by person.
 */
@ApplicationScoped
class ChangedTimes {
    private static final Duration UNTIL_WOKEN = Duration.ofDays(1);

    private final Jdbi jdbi;
    private final People people;
    private final Event<WorkingTimesChanged> changed;
    private final AfterCommit afterCommit;
    private final WakeUp wakeUp = new WakeUp();

    ChangedTimes(Jdbi jdbi, People people, Event<WorkingTimesChanged> changed, AfterCommit afterCommit) {
        this.jdbi = jdbi;
        this.people = people;
        this.changed = changed;
        this.afterCommit = afterCommit;
    }

    @Produces
    @Singleton
    BackgroundLoop loop(
            @ConfigProperty(name = "tightrope.timers.enabled", defaultValue = "true") boolean enabled,
            @ConfigProperty(name = "tightrope.timers.poll", defaultValue = "PT1S") Duration poll) {
        return new BackgroundLoop("move-timers", enabled, 1, poll, wakeUp, this::runOnce);
    }

    /** Somebody's times changed, and with them those of the people they stand in for. */
    void of(UUID personId) {
        jdbi.useHandle(
                handle -> handle.createUpdate("""
                        WITH RECURSIVE concerned (id) AS (
                            SELECT CAST(:person AS uuid)
                            UNION
                            SELECT a.person_id FROM absence a JOIN concerned ON concerned.id = a.deputy_id)
                        INSERT INTO changed_times (person_id) SELECT id FROM concerned
                        """).bind("person", personId).execute());
        afterCommit.run(wakeUp::signal);
    }

    /** Everybody's times changed. */
    void ofAll() {
        jdbi.useHandle(handle -> handle.execute("INSERT INTO changed_times (person_id) SELECT id FROM person"));
        afterCommit.run(wakeUp::signal);
    }

    /**
     * Moves what is due to one of them.
     *
     * @return zero if there was one, otherwise how long there is nothing to do
     */
    @Transactional
    Duration runOnce() {
        Optional<UUID> next = jdbi.withHandle(
                handle -> handle.createQuery("""
                        DELETE FROM changed_times WHERE id =
                            (SELECT id FROM changed_times ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING person_id
                        """).mapTo(UUID.class).findOne());
        if (next.isEmpty()) {
            return UNTIL_WOKEN;
        }
        if (people.lock(next.get())) {
            changed.fire(new WorkingTimesChanged(next.get()));
        }
        return Duration.ZERO;
    }
}
