package dev.tightrope.scheduler.timer;

import dev.tightrope.events.FollowUpDue;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.scheduler.database.DatabaseClock;
import dev.tightrope.scheduler.reminder.FollowUp;
import dev.tightrope.scheduler.reminder.QueueReminders;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Raises what is due: follow-ups, overdue calls, meanings and next steps, returns to lost deals. Timers are claimed in
 * batches by one statement that skips what another replica holds; events, reminders and the timers that follow go with
 * them in the same transaction, so a crash undoes all or nothing.
 */
@ApplicationScoped
class RaiseDueFollowUps {
    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final ClockGuard clockGuard;
    private final DueTimers due;
    private final Outbox outbox;
    private final QueueReminders reminders;
    private final ReminderChain chain;
    private final int batch;
    private final Counter fired;
    private final Counter stale;

    RaiseDueFollowUps(
            Jdbi jdbi,
            DatabaseClock clock,
            ClockGuard clockGuard,
            DueTimers due,
            Outbox outbox,
            QueueReminders reminders,
            ReminderChain chain,
            MeterRegistry metrics,
            @ConfigProperty(name = "tightrope.timers.batch", defaultValue = "500") int batch) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.clockGuard = clockGuard;
        this.due = due;
        this.outbox = outbox;
        this.reminders = reminders;
        this.chain = chain;
        this.batch = batch;
        this.fired = metrics.counter("tightrope.timers.fired");
        this.stale = metrics.counter("tightrope.timers.stale");
    }

    /**
     * Raises one batch.
     *
     * @return how long there is nothing more to raise; zero if there may be more right now
     */
    @Transactional
    Duration runOnce() {
        Instant now = jdbi.withHandle(clock::now);
        // Outside the handle below: Jdbi would lend that one, and the hold would not commit on its own.
        clockGuard.check(now);
        return jdbi.withHandle(handle -> {
            DueTimers.Batch claimed = due.claim(handle, now, batch);
            raise(claimed.timers(), now);
            return claimed.full() ? Duration.ZERO : due.untilNext(handle, now);
        });
    }

    private void raise(List<DueTimer> due, Instant now) {
        List<DueTimer> current = due.stream().filter(DueTimer::current).toList();
        if (!current.isEmpty()) {
            outbox.appendAll(current.stream()
                    .filter(timer -> timer.kind() == TimerKind.WAIT)
                    .map(timer -> new FollowUpDue(timer.ref(), timer.version(), timer.dueAt(), now))
                    .toList());
            chain.goOn(current, now);
            reminders.followUps(of(EnumSet.of(TimerKind.WAIT, TimerKind.FOLLOW_UP), current));
            reminders.callsDue(of(EnumSet.of(TimerKind.CALL_DUE), current));
            reminders.meanings(of(EnumSet.of(TimerKind.DISPOSITION), current));
            reminders.nextSteps(of(EnumSet.of(TimerKind.NEXT_STEP), current));
            reminders.nextStepsToManagers(of(EnumSet.of(TimerKind.NEXT_STEP_ESCALATION), current));
            reminders.returns(of(EnumSet.of(TimerKind.RETURN), current));
        }
        fired.increment(current.size());
        stale.increment(due.size() - current.size());
    }

    private List<FollowUp> of(Set<TimerKind> kinds, List<DueTimer> timers) {
        return timers.stream()
                .filter(timer -> kinds.contains(timer.kind()))
                .map(timer ->
                        new FollowUp(timer.ref(), timer.version(), timer.attempt(), chain.endsAt(timer.attempt())))
                .toList();
    }
}
