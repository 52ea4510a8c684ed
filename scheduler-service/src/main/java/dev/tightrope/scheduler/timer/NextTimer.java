package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.calendar.WorkingDaysAfter;
import java.time.Instant;

/**
 * The timer that follows one that fired.
 *
 * @param fired the one that fired
 * @param rule how its due time was reckoned
 * @param dueAt when it is due
 */
record NextTimer(DueTimer fired, WorkingDaysAfter rule, Instant dueAt) {
    /** A wait that is over is followed by reminders to follow up. */
    TimerKind kind() {
        return fired.kind() == TimerKind.WAIT ? TimerKind.FOLLOW_UP : fired.kind();
    }
}
