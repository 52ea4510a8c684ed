package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachClosed;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.outreach.Engagements;
import dev.tightrope.scheduler.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.UUID;

/**
 * Cancels the timers of a closed outreach, should the closure be told before the move that goes with it. A lost deal is a
 * strong second place, and plans a return.
 */
@ApplicationScoped
class FollowClosure implements EventHandler<OutreachClosed> {
    private static final String LOST = "LOST";

    private final Outreaches outreaches;
    private final Engagements engagements;
    private final Timers timers;
    private final PlanReturn planReturn;

    FollowClosure(Outreaches outreaches, Engagements engagements, Timers timers, PlanReturn planReturn) {
        this.outreaches = outreaches;
        this.engagements = engagements;
        this.timers = timers;
        this.planReturn = planReturn;
    }

    @Override
    public Class<OutreachClosed> eventClass() {
        return OutreachClosed.class;
    }

    @Override
    public void handle(Received<OutreachClosed> received) {
        OutreachClosed closed = received.data();
        UUID outreachId = closed.ref().outreachId();
        outreaches.note(closed.ref());
        outreaches.endWait(outreachId);
        timers.end(outreachId, EnumSet.allOf(TimerKind.class), Ending.CANCELLED);
        if (LOST.equals(closed.outcome())) {
            planReturn.plan(engagements.noteLoss(closed, Math.toIntExact(received.sequence())));
        }
    }
}
