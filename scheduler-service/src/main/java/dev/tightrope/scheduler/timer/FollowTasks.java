package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.calendar.WorkingDaysAfter;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.outreach.OutreachStateChanged;
import dev.tightrope.scheduler.outreach.Outreaches;
import dev.tightrope.scheduler.outreach.Task;
import dev.tightrope.scheduler.outreach.Tasks;
import dev.tightrope.scheduler.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reminds of a follow-up, a call or the meaning of an answer only while the outreach waits for it. */
@ApplicationScoped
class FollowTasks {
    private final Tasks tasks;
    private final People people;
    private final ReminderChain chain;
    private final Timers timers;
    private final int callAfter;

    FollowTasks(
            Tasks tasks,
            People people,
            ReminderChain chain,
            Timers timers,
            @ConfigProperty(name = "tightrope.calls.remind-after-working-days", defaultValue = "1") int callAfter) {
        this.tasks = tasks;
        this.people = people;
        this.chain = chain;
        this.timers = timers;
        this.callAfter = callAfter;
    }

    void moved(@Observes OutreachStateChanged change) {
        UUID outreachId = change.outreachId();
        Set<TimerKind> over = EnumSet.copyOf(TimerKind.OF_TASKS);
        if (change.state().equals(Outreaches.FOLLOW_UP_DUE)) {
            over.remove(TimerKind.FOLLOW_UP);
        }
        timers.end(outreachId, over, change.state().equals(Outreaches.CLOSED) ? Ending.CANCELLED : Ending.PAUSED);
        switch (change.state()) {
            case Outreaches.FOLLOW_UP_DUE ->
                tasks.followUp(outreachId, change.at()).ifPresent(chain::goOn);
            case Outreaches.READY_TO_CALL -> call(tasks.begin(outreachId, change.at()));
            case Outreaches.RESPONDED -> meaning(tasks.begin(outreachId, change.at()));
            default -> {
                // Nothing is asked of the rep, or other timers ask it.
            }
        }
    }

    /** Nobody called for so many whole working days since it was possible. */
    void call(Task task) {
        chain.begin(TimerKind.CALL_DUE, task, new WorkingDaysAfter(task.from(), callAfter));
    }

    /** The rep was told at once: they are asked on a later day. */
    private void meaning(Task task) {
        WorkingPlace place = people.workingPlace(task.ref().ownerId());
        LocalDate nextDay = task.from().atZone(place.zone()).toLocalDate().plusDays(1);
        chain.begin(
                TimerKind.DISPOSITION,
                task,
                new WorkingDaysAfter(nextDay.atStartOfDay(place.zone()).toInstant(), 0));
    }
}
