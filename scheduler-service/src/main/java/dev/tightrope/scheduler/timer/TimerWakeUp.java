package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.background.WakeUp;
import jakarta.enterprise.context.ApplicationScoped;

/** Wakes the firing of timers when one is set or moved. */
@ApplicationScoped
class TimerWakeUp {
    private final WakeUp wakeUp = new WakeUp();

    void signal() {
        wakeUp.signal();
    }

    WakeUp sleepers() {
        return wakeUp;
    }
}
