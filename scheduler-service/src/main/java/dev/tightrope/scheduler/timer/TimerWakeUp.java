package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.background.WakeUp;
import dev.tightrope.scheduler.database.AfterCommit;
import dev.tightrope.scheduler.outreach.SuggestionGone;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Wakes the firing of timers when one is set or moved. */
@ApplicationScoped
class TimerWakeUp {
    private final AfterCommit afterCommit;
    private final WakeUp wakeUp = new WakeUp();

    TimerWakeUp(AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
    }

    void signal() {
        wakeUp.signal();
    }

    void goesOn(@Observes SuggestionGone gone) {
        afterCommit.run(wakeUp::signal);
    }

    WakeUp sleepers() {
        return wakeUp;
    }
}
