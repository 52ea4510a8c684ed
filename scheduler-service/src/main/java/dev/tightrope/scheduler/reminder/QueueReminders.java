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
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Queues mails to reps and managers in the caller's transaction: one per cause and recipient. */
@ApplicationScoped
public class QueueReminders {
    private final Jdbi jdbi;
    private final Outreaches outreaches;
    private final AddressToDeputies deputies;
    private final ReminderWakeUp wakeUp;

    QueueReminders(Jdbi jdbi, Outreaches outreaches, AddressToDeputies deputies, ReminderWakeUp wakeUp) {
        this.jdbi = jdbi;
        this.outreaches = outreaches;
        this.deputies = deputies;
        this.wakeUp = wakeUp;
    }

    /** Reminders of waits that are over. */
    public void followUps(List<FollowUp> due) {
        queue(ReminderKind.FOLLOW_UP, "follow-up", due);
    }

    /** Reminders of calls nobody made. */
    public void callsDue(List<FollowUp> due) {
        queue(ReminderKind.CALL_DUE, "call-due", due);
    }

    /** Reminders of answers whose meaning nobody said. */
    public void meanings(List<FollowUp> due) {
        queue(ReminderKind.DISPOSITION, "disposition", due);
    }

    /** Reminders of next steps that are overdue. */
    public void nextSteps(List<FollowUp> due) {
        queue(ReminderKind.NEXT_STEP, "next-step", due);
    }

    /** The same once more, to those who manage. */
    public void nextStepsToManagers(List<FollowUp> due) {
        queue(
                ReminderKind.NEXT_STEP,
                "next-step-escalation",
                due.stream()
                        .map(each -> new FollowUp(each.ref(), each.version(), each.attempt(), true))
                        .toList());
    }

    /** Reminders to the former owners of lost deals that it is time to come back. */
    public void returns(List<FollowUp> due) {
        queue(ReminderKind.RETURN, "return", due);
    }

    /** All of a kind in one round trip; what is for managers goes to the owner once more where nobody is known who does. */
    private void queue(ReminderKind kind, String cause, List<FollowUp> due) {
        if (due.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH due AS (
                            SELECT * FROM unnest(:outreaches, :rounds, :versions, :attempts, :toManagers)
                                AS due (outreach, round, version, attempt, to_managers)),
                        addressed AS (
                            -- As it stands now: it may have been handed over since it was found to be due.
                            SELECT due.*, coalesce(m.id, o.owner_id) AS recipient FROM due
                            JOIN outreach o ON o.id = due.outreach
                            LEFT JOIN person m ON due.to_managers AND m.manager AND m.team_id = o.team_id)
                        INSERT INTO reminder (cause, kind, outreach_id, round, recipient_id, version, attempt)
                        SELECT :cause || ':' || outreach || ':' || version || ':' || recipient
                                || CASE WHEN attempt = 0 THEN '' ELSE ':' || attempt END,
                            :kind, outreach, round, recipient, version, attempt
                        FROM addressed
                        ON CONFLICT (cause) DO NOTHING
                        """)
                .bind("cause", cause)
                .bind("kind", kind.name())
                .bind("outreaches", array(due, each -> each.ref().outreachId(), UUID[]::new))
                .bind("rounds", array(due, each -> each.ref().round(), Integer[]::new))
                .bind("versions", array(due, FollowUp::version, Integer[]::new))
                .bind("attempts", array(due, FollowUp::attempt, Integer[]::new))
                .bind("toManagers", array(due, FollowUp::toManagers, Boolean[]::new))
                .execute());
        deputies.queued(due.stream().map(each -> each.ref().ownerId()).collect(Collectors.toSet()));
        wakeUp.signalAfterCommit();
    }

    /** A notice of an event to each of the recipients. */
    void notice(ReminderKind kind, OutreachRef ref, Set<UUID> recipients, Received<? extends TightropeEvent> event) {
        outreaches.note(ref);
        recipients.forEach(recipient -> insert(kind, ref, recipient, event));
        deputies.queued(recipients);
        wakeUp.signalAfterCommit();
    }

    /** A notice of what happened to several outreaches at once, by the first of its events. */
    void noticeOnce(
            ReminderKind kind,
            OutreachRef ref,
            UUID recipient,
            UUID occasion,
            Received<? extends TightropeEvent> event) {
        insert(kind, ref, recipient, occasion, event.data());
        wakeUp.signalAfterCommit();
    }

    /** A notice of an event that belongs to no outreach. */
    void notice(ReminderKind kind, UUID recipient, Received<? extends TightropeEvent> event) {
        insert(kind, null, recipient, event);
        wakeUp.signalAfterCommit();
    }

    private void insert(
            ReminderKind kind, @Nullable OutreachRef ref, UUID recipient, Received<? extends TightropeEvent> event) {
        insert(kind, ref, recipient, event.eventId(), event.data());
    }

    private void insert(
            ReminderKind kind, @Nullable OutreachRef ref, UUID recipient, UUID occasion, TightropeEvent event) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO reminder (cause, kind, outreach_id, round, recipient_id, event_type, event_data)
                        VALUES (:cause, :kind, :outreach, :round, :recipient, :type, :data)
                        ON CONFLICT (cause) DO NOTHING
                        """)
                .bind("cause", "event:" + occasion + ":" + recipient)
                .bind("kind", kind.name())
                .bind("outreach", ref == null ? null : ref.outreachId())
                .bind("round", ref == null ? null : (Integer) ref.round())
                .bind("recipient", recipient)
                .bind("type", EventType.of(event).type())
                .bind("data", new String(EventJson.write(event), StandardCharsets.UTF_8))
                .execute());
    }

    private static <T, R> R[] array(
            Collection<T> rows, Function<T, R> column, java.util.function.IntFunction<R[]> make) {
        return rows.stream().map(column).toArray(make);
    }
}
