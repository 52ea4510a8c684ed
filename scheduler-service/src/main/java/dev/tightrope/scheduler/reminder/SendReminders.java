package dev.tightrope.scheduler.reminder;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
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
    private final DueReminders dueReminders;
    private final ComposeLetter compose;
    private final ReminderMailer mailer;
    private final UndeliverableReminders undeliverable;
    private final MeterRegistry metrics;
    private final Duration timeout;
    private final Duration poll;
    private final Duration firstPause;
    private final Duration longestPause;

    SendReminders(
            ReminderQueue queue,
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
        this.dueReminders = dueReminders;
        this.compose = compose;
        this.mailer = mailer;
        this.undeliverable = undeliverable;
        this.metrics = metrics;
        this.timeout = timeout;
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
        Optional<Claim> claim = queue.claim(timeout.multipliedBy(ANSWERS).plus(LEASE_BEYOND_ANSWERS));
        claim.ifPresent(this::send);
        return claim.isPresent() ? Duration.ZERO : queue.untilNext(poll);
    }

    private void send(Claim claim) {
        try {
            Optional<DueReminder> found = dueReminders.read(claim);
            if (found.isEmpty()) {
                return;
            }
            DueReminder due = found.get();
            if (due.standing().holds(due.kind())) {
                queue.postpone(claim, Duration.ZERO, "an answer waits for its meaning");
                return;
            }
            Optional<String> pointless = due.pointless();
            if (pointless.isPresent()) {
                queue.cancel(claim, pointless.get());
                count(due.kind(), "cancelled");
                return;
            }
            try {
                mailer.send(due, compose.of(due), timeout);
                queue.sent(claim);
                count(due.kind(), "sent");
            } catch (RecipientRefusedException e) {
                giveUp(claim, due, e);
            }
        } catch (RuntimeException e) {
            Duration pause = pauseAfter(claim.attempt());
            LOG.warnf(e, "Reminder %s failed (attempt %d), next in %s", claim.reminderId(), claim.attempt(), pause);
            metrics.counter("tightrope.reminders.failures").increment();
            queue.postpone(claim, pause, String.valueOf(e.getMessage()));
        }
    }

    private void giveUp(Claim claim, DueReminder due, RecipientRefusedException refused) {
        if (undeliverable.note(claim, refused)) {
            LOG.warnf("Reminder %s is refused for good: %s", claim.reminderId(), refused.getMessage());
            count(due.kind(), "undeliverable");
        } else {
            // The profile has another address since this attempt began.
            queue.postpone(claim, Duration.ZERO, String.valueOf(refused.getMessage()));
        }
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
