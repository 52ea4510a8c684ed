package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.outreach.CurrentWait;
import dev.tightrope.scheduler.outreach.Engagements;
import dev.tightrope.scheduler.outreach.LostDeal;
import dev.tightrope.scheduler.outreach.NextStep;
import dev.tightrope.scheduler.outreach.Outreaches;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.PersonChanged;
import dev.tightrope.scheduler.people.WorkingTimesChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;

/**
 * Moves timers to the mornings of whoever they are for: of a rep whose profile arrived late, or who works elsewhere or at other
 * times now, and of an outreach that is another rep's.
 */
@ApplicationScoped
class MoveTimers {
    private final People people;
    private final Outreaches outreaches;
    private final Engagements engagements;
    private final ScheduleWait scheduleWait;
    private final ScheduleNextStep scheduleNextStep;
    private final PlanReturn planReturn;
    private final ReminderChain chain;

    MoveTimers(
            People people,
            Outreaches outreaches,
            Engagements engagements,
            ScheduleWait scheduleWait,
            ScheduleNextStep scheduleNextStep,
            PlanReturn planReturn,
            ReminderChain chain) {
        this.people = people;
        this.outreaches = outreaches;
        this.engagements = engagements;
        this.scheduleWait = scheduleWait;
        this.scheduleNextStep = scheduleNextStep;
        this.planReturn = planReturn;
        this.chain = chain;
    }

    void changed(@Observes PersonChanged change) {
        move(change.person().id());
    }

    void changed(@Observes WorkingTimesChanged change) {
        move(change.personId());
    }

    /** Those of one outreach, which is that rep's now. */
    void ofOutreach(UUID outreachId, UUID ownerId) {
        WorkingPlace place = people.workingPlace(ownerId);
        outreaches.runningWait(outreachId).ifPresent(wait -> scheduleWait.schedule(wait, place));
        engagements.nextStep(outreachId).ifPresent(step -> scheduleNextStep.schedule(step, place));
        engagements.loss(outreachId).ifPresent(deal -> planReturn.plan(deal, place));
        chain.moveOne(outreachId, place);
    }

    private void move(UUID personId) {
        WorkingPlace place = people.workingPlace(personId);
        for (CurrentWait wait : outreaches.runningWaitsOf(personId)) {
            scheduleWait.schedule(wait, place);
        }
        for (NextStep step : engagements.nextStepsOf(personId)) {
            scheduleNextStep.schedule(step, place);
        }
        for (LostDeal deal : engagements.lossesOf(personId)) {
            planReturn.plan(deal, place);
        }
        chain.move(personId, place);
    }
}
