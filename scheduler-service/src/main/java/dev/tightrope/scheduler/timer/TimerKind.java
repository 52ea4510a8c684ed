package dev.tightrope.scheduler.timer;

import java.util.EnumSet;
import java.util.Set;

/** What a timer is for. */
enum TimerKind {
    /** The silence after the mail. */
    WAIT,
    /** The next step of an engagement: overdue, the rep is reminded. */
    NEXT_STEP,
    /** The same step, still overdue some working days later: the manager is told. */
    NEXT_STEP_ESCALATION,
    /** A lost deal, when the honeymoon with the other supplier is over. */
    RETURN;

    /** The timers of an engagement. */
    static final Set<TimerKind> OF_ENGAGEMENT = EnumSet.of(NEXT_STEP, NEXT_STEP_ESCALATION);
}
