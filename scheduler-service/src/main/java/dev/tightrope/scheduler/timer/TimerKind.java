package dev.tightrope.scheduler.timer;

import java.util.EnumSet;
import java.util.Set;

/** What a timer is for. */
enum TimerKind {
    /** The silence after the mail. */
    WAIT,
    /** A wait is over, the rep was told and has not acted: they are told again, in the end their manager. */
    FOLLOW_UP,
    /** A call could be made, and nobody makes it. */
    CALL_DUE,
    /** An answer came, and nobody says what it means. */
    DISPOSITION,
    /** The next step of an engagement: overdue, the rep is reminded. */
    NEXT_STEP,
    /** The same step, still overdue some working days later: the manager is told. */
    NEXT_STEP_ESCALATION,
    /** A lost deal, when the honeymoon with the other supplier is over. */
    RETURN;

    /** The timers of an engagement. */
    static final Set<TimerKind> OF_ENGAGEMENT = EnumSet.of(NEXT_STEP, NEXT_STEP_ESCALATION);

    /** The timers of what the rep has to do now, which remind until it is done. */
    static final Set<TimerKind> OF_TASKS = EnumSet.of(FOLLOW_UP, CALL_DUE, DISPOSITION);
}
