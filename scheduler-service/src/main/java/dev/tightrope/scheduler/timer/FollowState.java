package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.outreach.Engagements;
import dev.tightrope.scheduler.outreach.OutreachStateChanged;
import dev.tightrope.scheduler.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumSet;
import java.util.UUID;

/** Lets a wait run only while its outreach awaits a response, and a next step only while it is engaged. */
@ApplicationScoped
class FollowState {
    private final Outreaches outreaches;
    private final Engagements engagements;
    private final Timers timers;
    private final ScheduleWait scheduleWait;
    private final ScheduleNextStep scheduleNextStep;

    FollowState(
            Outreaches outreaches,
            Engagements engagements,
            Timers timers,
            ScheduleWait scheduleWait,
            ScheduleNextStep scheduleNextStep) {
        this.outreaches = outreaches;
        this.engagements = engagements;
        this.timers = timers;
        this.scheduleWait = scheduleWait;
        this.scheduleNextStep = scheduleNextStep;
    }

    void moved(@Observes OutreachStateChanged change) {
        UUID outreachId = change.outreachId();
        switch (change.state()) {
            case Outreaches.AWAITING_RESPONSE -> {
                leaveEngagement(outreachId);
                outreaches.runningWait(outreachId).ifPresent(scheduleWait::schedule);
            }
            case Outreaches.ENGAGED -> {
                endWait(outreachId, Ending.PAUSED);
                engagements.resumeNextStep(outreachId, change.at());
                engagements.nextStep(outreachId).ifPresent(scheduleNextStep::schedule);
            }
            // The engagement lies beneath the answer, and may come back with its next step.
            case Outreaches.RESPONDED -> {
                endWait(outreachId, Ending.PAUSED);
                timers.end(outreachId, TimerKind.OF_ENGAGEMENT, Ending.PAUSED);
            }
            case Outreaches.CLOSED -> {
                endWait(outreachId, Ending.CANCELLED);
                timers.end(outreachId, TimerKind.OF_ENGAGEMENT, Ending.CANCELLED);
            }
            default -> {
                endWait(outreachId, Ending.PAUSED);
                leaveEngagement(outreachId);
            }
        }
    }

    private void endWait(UUID outreachId, Ending ending) {
        outreaches.endWait(outreachId);
        timers.end(outreachId, EnumSet.of(TimerKind.WAIT), ending);
    }

    private void leaveEngagement(UUID outreachId) {
        engagements.forgetNextStep(outreachId);
        timers.end(outreachId, TimerKind.OF_ENGAGEMENT, Ending.CANCELLED);
    }
}
