package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.outreach.CurrentWait;
import dev.tightrope.scheduler.outreach.Engagements;
import dev.tightrope.scheduler.outreach.LostDeal;
import dev.tightrope.scheduler.outreach.NextStep;
import dev.tightrope.scheduler.outreach.Outreaches;
import dev.tightrope.scheduler.people.PersonChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Moves the timers of a rep whose profile arrived late, or who now works elsewhere, to that place's mornings. */
@ApplicationScoped
class MoveTimersOfPerson {
    private final Outreaches outreaches;
    private final Engagements engagements;
    private final ScheduleWait scheduleWait;
    private final ScheduleNextStep scheduleNextStep;
    private final PlanReturn planReturn;
    private final ReminderChain chain;

    MoveTimersOfPerson(
            Outreaches outreaches,
            Engagements engagements,
            ScheduleWait scheduleWait,
            ScheduleNextStep scheduleNextStep,
            PlanReturn planReturn,
            ReminderChain chain) {
        this.outreaches = outreaches;
        this.engagements = engagements;
        this.scheduleWait = scheduleWait;
        this.scheduleNextStep = scheduleNextStep;
        this.planReturn = planReturn;
        this.chain = chain;
    }

    void changed(@Observes PersonChanged change) {
        WorkingPlace place = change.person().workingPlace();
        for (CurrentWait wait : outreaches.runningWaitsOf(change.person().id())) {
            scheduleWait.schedule(wait, place);
        }
        for (NextStep step : engagements.nextStepsOf(change.person().id())) {
            scheduleNextStep.schedule(step, place);
        }
        for (LostDeal deal : engagements.lossesOf(change.person().id())) {
            planReturn.plan(deal, place);
        }
        chain.move(change.person().id(), place);
    }
}
