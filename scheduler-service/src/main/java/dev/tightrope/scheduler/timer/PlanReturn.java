package dev.tightrope.scheduler.timer;

import dev.tightrope.scheduler.calendar.WaitEnd;
import dev.tightrope.scheduler.calendar.WaitLength;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.outreach.LostDeal;
import dev.tightrope.scheduler.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sets the timer that brings a rep back to a lost deal. */
@ApplicationScoped
class PlanReturn {
    private final People people;
    private final WaitEnd waitEnd;
    private final Timers timers;
    private final String after;

    PlanReturn(
            People people,
            WaitEnd waitEnd,
            Timers timers,
            @ConfigProperty(name = "tightrope.returns.after", defaultValue = "P6M") String after) {
        WaitLength.parse(after);
        this.people = people;
        this.waitEnd = waitEnd;
        this.timers = timers;
        this.after = after;
    }

    void plan(LostDeal deal) {
        plan(deal, people.workingPlace(deal.ref().ownerId()));
    }

    void plan(LostDeal deal, WorkingPlace place) {
        timers.set(TimerKind.RETURN, deal.ref(), deal.version(), waitEnd.of(deal.lostAt(), after, null, place));
    }
}
