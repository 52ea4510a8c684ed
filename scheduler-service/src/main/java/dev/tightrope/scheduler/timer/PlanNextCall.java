package dev.tightrope.scheduler.timer;

import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.outreach.Tasks;
import jakarta.enterprise.context.ApplicationScoped;

/** A call was tried: reminders of it begin anew when the next one was to be made. */
@ApplicationScoped
class PlanNextCall implements EventHandler<CallUnsuccessful> {
    private final Tasks tasks;
    private final FollowTasks followTasks;

    PlanNextCall(Tasks tasks, FollowTasks followTasks) {
        this.tasks = tasks;
        this.followTasks = followTasks;
    }

    @Override
    public Class<CallUnsuccessful> eventClass() {
        return CallUnsuccessful.class;
    }

    @Override
    public void handle(Received<CallUnsuccessful> received) {
        CallUnsuccessful call = received.data();
        tasks.callAgain(call.ref(), call.nextAttemptAt() == null ? call.attemptedAt() : call.nextAttemptAt())
                .ifPresent(followTasks::call);
    }
}
