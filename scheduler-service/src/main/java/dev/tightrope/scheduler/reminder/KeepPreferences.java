package dev.tightrope.scheduler.reminder;

import dev.tightrope.api.ETags;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Keeps how people want their mails. Who never said so gets each at once, in the language of their profile. */
@ApplicationScoped
class KeepPreferences {
    /** Preferences, and the version their ETag is made of: 0 where there are none. */
    record Kept(ReminderPreferences preferences, int version) {}

    private final Jdbi jdbi;
    private final PrepareDigests digests;
    private final ReminderWakeUp senders;
    private final Kept none;

    KeepPreferences(
            Jdbi jdbi,
            PrepareDigests digests,
            ReminderWakeUp senders,
            @ConfigProperty(name = "tightrope.calendar.working-morning", defaultValue = "08:00") LocalTime morning) {
        this.jdbi = jdbi;
        this.digests = digests;
        this.senders = senders;
        this.none = new Kept(new ReminderPreferences(null, ReminderDelivery.IMMEDIATE, morning.toString()), 0);
    }

    Kept of(UUID person) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM reminder_preference WHERE person_id = :person")
                        .bind("person", person)
                        .map((row, ctx) -> read(row))
                        .findOne()
                        .orElse(none));
    }

    @Transactional
    Kept replace(UUID person, ReminderPreferences wanted, String ifMatch) {
        ETags.check(ifMatch, lock(person));
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE reminder_preference SET language = :language, delivery = :delivery,
                            digest_at = :digestAt, version = version + 1
                        WHERE person_id = :person
                        """)
                .bind("person", person)
                .bind("language", wanted.language())
                .bind("delivery", wanted.delivery().name())
                .bind("digestAt", LocalTime.parse(wanted.digestAt()))
                .execute());
        digests.preferred(person);
        senders.signalAfterCommit();
        return of(person);
    }

    /** The version, which nobody else changes before the transaction ends. */
    private int lock(UUID person) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO reminder_preference (person_id, delivery, digest_at, version)
                            VALUES (:person, :delivery, :digestAt, 0) ON CONFLICT DO NOTHING
                            """)
                    .bind("person", person)
                    .bind("delivery", none.preferences().delivery().name())
                    .bind("digestAt", LocalTime.parse(none.preferences().digestAt()))
                    .execute();
            return handle.createQuery("SELECT version FROM reminder_preference WHERE person_id = :person FOR UPDATE")
                    .bind("person", person)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    private static Kept read(ResultSet row) throws SQLException {
        return new Kept(
                new ReminderPreferences(
                        row.getString("language"),
                        ReminderDelivery.valueOf(row.getString("delivery")),
                        row.getObject("digest_at", LocalTime.class).toString()),
                row.getInt("version"));
    }
}
