package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.background.WakeUp;
import dev.tightrope.scheduler.database.AfterCommit;
import dev.tightrope.scheduler.outreach.SuggestionGone;
import dev.tightrope.scheduler.people.PersonChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Wakes the sending of reminders when one is queued, or when a profile came for which some may have waited. */
@ApplicationScoped
class ReminderWakeUp {
    private final AfterCommit afterCommit;
    private final WakeUp wakeUp = new WakeUp();

    ReminderWakeUp(AfterCommit afterCommit) {
        this.afterCommit = afterCommit;
    }

    /** Signals once the rows can be seen: before the commit a sender would look, find nothing and sleep again. */
    void signalAfterCommit() {
        afterCommit.run(wakeUp::signal);
    }

    void profileCame(@Observes PersonChanged change) {
        signalAfterCommit();
    }

    void goesOn(@Observes SuggestionGone gone) {
        signalAfterCommit();
    }

    WakeUp sleepers() {
        return wakeUp;
    }
}
