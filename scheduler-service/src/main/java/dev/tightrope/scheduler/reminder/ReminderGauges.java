package dev.tightrope.scheduler.reminder;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jdbi.v3.core.Jdbi;

/** Shows how many reminders are queued, how many only wait for their recipient's profile, and how many were refused. */
@ApplicationScoped
class ReminderGauges {
    private final Jdbi jdbi;

    ReminderGauges(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void register(@Observes StartupEvent event, MeterRegistry metrics) {
        metrics.gauge("tightrope.reminders.pending", this, ReminderGauges::pending);
        metrics.gauge("tightrope.reminders.without.profile", this, ReminderGauges::withoutProfile);
        metrics.gauge("tightrope.reminders.undeliverable", this, ReminderGauges::undeliverable);
    }

    double pending() {
        // What waits for a digest is late only once that is.
        return count("SELECT count(*) FROM reminder r WHERE state = 'PENDING' AND NOT " + ReminderQueue.IN_DIGEST);
    }

    double undeliverable() {
        return count("SELECT count(*) FROM reminder WHERE state = 'UNDELIVERABLE'");
    }

    double withoutProfile() {
        return count("""
                SELECT count(*) FROM reminder r WHERE state = 'PENDING' AND NOT EXISTS (
                    SELECT 1 FROM person p WHERE p.id = r.recipient_id AND p.email IS NOT NULL)
                """);
    }

    private double count(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
