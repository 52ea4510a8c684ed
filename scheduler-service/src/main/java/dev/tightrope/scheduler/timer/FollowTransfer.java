package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachTransferred;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.outreach.Engagements;
import dev.tightrope.scheduler.outreach.Outreaches;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.reminder.ReaddressReminders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * An outreach is another rep's: its timers move to the mornings where they work, and what is queued goes to them. In this
 * order: moving a timer waits for whoever fires it right now, whose reminder is queued by then.
 */
@ApplicationScoped
class FollowTransfer implements EventHandler<OutreachTransferred> {
    private final Outreaches outreaches;
    private final Engagements engagements;
    private final People people;
    private final ScheduleWait scheduleWait;
    private final ScheduleNextStep scheduleNextStep;
    private final PlanReturn planReturn;
    private final ReminderChain chain;
    private final ReaddressReminders reminders;

    FollowTransfer(
            Outreaches outreaches,
            Engagements engagements,
            People people,
            ScheduleWait scheduleWait,
            ScheduleNextStep scheduleNextStep,
            PlanReturn planReturn,
            ReminderChain chain,
            ReaddressReminders reminders) {
        this.outreaches = outreaches;
        this.engagements = engagements;
        this.people = people;
        this.scheduleWait = scheduleWait;
        this.scheduleNextStep = scheduleNextStep;
        this.planReturn = planReturn;
        this.chain = chain;
        this.reminders = reminders;
    }

    @Override
    public Class<OutreachTransferred> eventClass() {
        return OutreachTransferred.class;
    }

    @Override
    public void handle(Received<OutreachTransferred> received) {
        OutreachTransferred event = received.data();
        UUID outreach = event.ref().outreachId();
        outreaches.note(event.ref());
        WorkingPlace place = people.workingPlace(event.ref().ownerId());
        outreaches.runningWait(outreach).ifPresent(wait -> scheduleWait.schedule(wait, place));
        engagements.nextStep(outreach).ifPresent(step -> scheduleNextStep.schedule(step, place));
        engagements.loss(outreach).ifPresent(deal -> planReturn.plan(deal, place));
        chain.moveOne(outreach, place);
        reminders.follow(received);
    }
}
