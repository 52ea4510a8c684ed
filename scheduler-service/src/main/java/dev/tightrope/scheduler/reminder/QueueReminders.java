package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/** Queues mails to reps and managers in the caller's transaction: one per cause and recipient. */
@ApplicationScoped
public class QueueReminders {
    private final Jdbi jdbi;
    private final Outreaches outreaches;
    private final ReminderWakeUp wakeUp;

    QueueReminders(Jdbi jdbi, Outreaches outreaches, ReminderWakeUp wakeUp) {
        this.jdbi = jdbi;
        this.outreaches = outreaches;
        this.wakeUp = wakeUp;
    }

    /** Reminders to the owners of outreaches whose wait is over, in one round trip. */
    public void followUps(List<FollowUp> followUps) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO reminder (cause, kind, outreach_id, round, recipient_id, wait_number)
                        SELECT 'follow-up:' || outreach || ':' || wait || ':' || owner,
                            'FOLLOW_UP', outreach, round, owner, wait
                        FROM unnest(:outreaches, :rounds, :owners, :waits) AS due (outreach, round, owner, wait)
                        ON CONFLICT (cause) DO NOTHING
                        """)
                .bind("outreaches", array(followUps, due -> due.ref().outreachId(), UUID[]::new))
                .bind("rounds", array(followUps, due -> due.ref().round(), Integer[]::new))
                .bind("owners", array(followUps, due -> due.ref().ownerId(), UUID[]::new))
                .bind("waits", array(followUps, FollowUp::waitNumber, Integer[]::new))
                .execute());
        wakeUp.signalAfterCommit();
    }

    /** A notice of an event to each of the recipients. */
    void notice(ReminderKind kind, OutreachRef ref, Set<UUID> recipients, Received<? extends TightropeEvent> event) {
        outreaches.note(ref);
        jdbi.useHandle(handle -> {
            for (UUID recipient : recipients) {
                handle.createUpdate("""
                                INSERT INTO reminder
                                    (cause, kind, outreach_id, round, recipient_id, event_type, event_data)
                                VALUES (:cause, :kind, :outreach, :round, :recipient, :type, :data)
                                ON CONFLICT (cause) DO NOTHING
                                """)
                        .bind("cause", "event:" + event.eventId() + ":" + recipient)
                        .bind("kind", kind.name())
                        .bind("outreach", ref.outreachId())
                        .bind("round", ref.round())
                        .bind("recipient", recipient)
                        .bind("type", EventType.of(event.data()).type())
                        .bind("data", new String(EventJson.write(event.data()), StandardCharsets.UTF_8))
                        .execute();
            }
        });
        wakeUp.signalAfterCommit();
    }

    private static <T, R> R[] array(
            Collection<T> rows, Function<T, R> column, java.util.function.IntFunction<R[]> make) {
        return rows.stream().map(column).toArray(make);
    }
}
