package dev.tightrope.scheduler.reminder;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends one reminder after the other. Exactly one mail leaves unless the process dies, or the mail server's answer is
 * lost, between acceptance and our note of it: then a second one with the same Message-ID follows, because a lost
 * reminder does more harm than a doubled one. What fails is tried again, except where the recipient is refused for good.
 */
@ApplicationScoped
class SendReminders {
    private static final Logger LOG = Logger.getLogger(SendReminders.class);
    // The lease has to outlast the slowest attempt, or another sender would begin while this one still sends. The
    // time-out
    // counts for each answer: connecting, greeting, EHLO, STARTTLS, EHLO, three of AUTH, MAIL, RCPT, DATA and the dot.
    private static final int ANSWERS = 12;
    private static final Duration LEASE_BEYOND_ANSWERS = Duration.ofSeconds(30);

    private final ReminderQueue queue;
    private final AddressToDeputies deputies;
    private final DueReminders dueReminders;
    private final ComposeLetter compose;
    private final ReminderMailer mailer;
    private final UndeliverableReminders undeliverable;
    private final MeterRegistry metrics;
    private final Duration timeout;
    private final Duration lease;
    private final Duration poll;
    private final Duration firstPause;
    private final Duration longestPause;

    SendReminders(
            ReminderQueue queue,
            AddressToDeputies deputies,
            DueReminders dueReminders,
            ComposeLetter compose,
            ReminderMailer mailer,
            UndeliverableReminders undeliverable,
            MeterRegistry metrics,
            @ConfigProperty(name = "tightrope.reminders.timeout", defaultValue = "PT30S") Duration timeout,
            @ConfigProperty(name = "tightrope.reminders.poll", defaultValue = "PT1S") Duration poll,
            @ConfigProperty(name = "tightrope.reminders.first-pause", defaultValue = "PT5S") Duration firstPause,
            @ConfigProperty(name = "tightrope.reminders.longest-pause", defaultValue = "PT10M") Duration longestPause) {
        this.queue = queue;
        this.deputies = deputies;
        this.dueReminders = dueReminders;
        this.compose = compose;
        this.mailer = mailer;
        this.undeliverable = undeliverable;
        this.metrics = metrics;
        this.timeout = timeout;
        this.lease = timeout.multipliedBy(ANSWERS).plus(LEASE_BEYOND_ANSWERS);
        this.poll = poll;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
    }

    /**
     * Handles the one that has been due longest.
     *
     * @return zero if there was one, otherwise how long there is nothing to do
     */
    Duration runOnce() {
        Optional<Claim> claim = queue.claim(lease);
        claim.ifPresent(this::send);
        return claim.isPresent() ? Duration.ZERO : queue.untilNext(poll);
    }

    private void send(Claim claim) {
        try {
            deputies.claimed(claim);
            Optional<DueReminder> found = dueReminders.read(claim);
            if (found.isEmpty()) {
                return;
            }
            DueReminder due = found.get();
            List<DueReminder> told = due.kind() == ReminderKind.DIGEST
                    ? filled(claim)
                    : Stream.of(due).filter(each -> isToBeTold(claim, each)).toList();
            if (told.isEmpty()) {
                return;
            }
            try {
                mailer.send(due, compose.of(due, told), timeout);
                queue.sent(Stream.concat(Stream.of(due.id()), ids(told).stream())
                        .distinct()
                        .toList());
                told.forEach(each -> count(each.kind(), "sent"));
            } catch (RecipientRefusedException e) {
                giveUp(claim, told, e);
            }
        } catch (RuntimeException e) {
            queue.postpone(claim, failed(claim, e), String.valueOf(e.getMessage()));
        }
    }

    /** What the digest tells. One that cannot be read or written waits by itself: it must not keep the others from going. */
    private List<DueReminder> filled(Claim digest) {
        queue.fill(digest);
        List<DueReminder> told = new ArrayList<>();
        for (UUID id : dueReminders.with(digest)) {
            Claim own = digest.of(id);
            try {
                Optional<DueReminder> due = dueReminders.read(own).filter(each -> isToBeTold(own, each));
                due.ifPresent(compose::of);
                due.ifPresent(told::add);
            } catch (RuntimeException e) {
                queue.postponeAlone(own, failed(own, e), String.valueOf(e.getMessage()));
            }
        }
        if (told.isEmpty()) {
            queue.leaveEmpty(digest);
        }
        return told;
    }

    /** Whether a claimed reminder is to be told now; otherwise it is cancelled, or waits. */
    private boolean isToBeTold(Claim claim, DueReminder due) {
        if (due.standing().holds(due.kind())) {
            queue.hold(claim);
            return false;
        }
        Optional<String> pointless = due.pointless();
        pointless.ifPresent(reason -> {
            queue.cancel(claim, reason);
            count(due.kind(), "cancelled");
        });
        return pointless.isEmpty();
    }

    /** Notes a failure, and says after which pause to try again. */
    private Duration failed(Claim claim, RuntimeException e) {
        Duration pause = pauseAfter(claim.attempt());
        LOG.warnf(e, "Reminder %s failed (attempt %d), next in %s", claim.reminderId(), claim.attempt(), pause);
        metrics.counter("tightrope.reminders.failures").increment();
        return pause;
    }

    private void giveUp(Claim claim, List<DueReminder> told, RecipientRefusedException refused) {
        if (!undeliverable.note(claim, ids(told), refused)) {
            // The profile has another address since this attempt began.
            queue.postpone(claim, Duration.ZERO, String.valueOf(refused.getMessage()));
            return;
        }
        LOG.warnf("Reminders %s are refused for good: %s", ids(told), refused.getMessage());
        told.forEach(each -> count(each.kind(), "undeliverable"));
        // A digest is prepared anew once there is another address.
        queue.cancel(claim, "its recipient was refused");
    }

    private static List<UUID> ids(List<DueReminder> reminders) {
        return reminders.stream().map(DueReminder::id).toList();
    }

    Duration pauseAfter(int attempt) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(attempt - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }

    private void count(ReminderKind kind, String outcome) {
        metrics.counter("tightrope.reminders", "kind", kind.name(), "outcome", outcome)
                .increment();
    }
}
