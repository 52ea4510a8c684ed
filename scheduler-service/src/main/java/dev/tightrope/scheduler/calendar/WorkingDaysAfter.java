package dev.tightrope.scheduler.calendar;

import java.time.Instant;

/**
 * What is due some working days after a moment, wherever the rep works by then.
 *
 * @param from the moment
 * @param days working days after the first working morning that is not before it
 */
public record WorkingDaysAfter(Instant from, int days) {
    /** The same after the day a moment lies in at a place, as if that day were still to come. */
    public static WorkingDaysAfter dayOf(Instant moment, int days, WorkingPlace place) {
        return new WorkingDaysAfter(
                moment.atZone(place.zone())
                        .toLocalDate()
                        .atStartOfDay(place.zone())
                        .toInstant(),
                days);
    }

    /** The moment for somebody who works at that place. */
    public Instant at(WorkingPlace place, WorkingCalendar calendar) {
        Instant morning = calendar.workingMorningAtOrAfter(from, place).toInstant();
        return calendar.workingMorningsAfter(morning, days, place).toInstant();
    }
}
