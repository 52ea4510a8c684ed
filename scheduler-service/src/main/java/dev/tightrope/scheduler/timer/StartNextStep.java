package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachEngaged;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.outreach.Engagements;
import jakarta.enterprise.context.ApplicationScoped;

/** Starts the timers of a next step, in place of those of the step before it. */
@ApplicationScoped
class StartNextStep implements EventHandler<OutreachEngaged> {
    private final Engagements engagements;
    private final ScheduleNextStep scheduleNextStep;

    StartNextStep(Engagements engagements, ScheduleNextStep scheduleNextStep) {
        this.engagements = engagements;
        this.scheduleNextStep = scheduleNextStep;
    }

    @Override
    public Class<OutreachEngaged> eventClass() {
        return OutreachEngaged.class;
    }

    @Override
    public void handle(Received<OutreachEngaged> received) {
        engagements.noteNextStep(received.data(), Math.toIntExact(received.sequence()));
        engagements.nextStep(received.data().ref().outreachId()).ifPresent(scheduleNextStep::schedule);
    }
}
