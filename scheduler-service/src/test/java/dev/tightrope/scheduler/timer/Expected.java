package dev.tightrope.scheduler.timer;

import dev.tightrope.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What the rules say is to be told next, reckoned by counting days one by one.
 *
 * @param attempt which reminder of the same
 * @param from from when it is counted
 * @param days working days after that
 */
record Expected(int attempt, Instant from, int days) {
    private static final WorkingDays WORKING_DAYS = new WorkingDays();

    /** Where a rep of the simulation works. */
    record Place(ZoneId zone, String country) {
        boolean works(LocalDate day) {
            return WORKING_DAYS.dayOff(day, country, null).isEmpty();
        }

        Instant morning(LocalDate day) {
            return day.atTime(LocalTime.of(8, 0)).atZone(zone).toInstant();
        }

        LocalDate day(Instant moment) {
            return moment.atZone(zone).toLocalDate();
        }

        Instant startOf(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }
    }

    Instant at(Place place) {
        LocalDate day = place.day(from);
        while (!place.works(day) || place.morning(day).isBefore(from)) {
            day = day.plusDays(1);
        }
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (place.works(day)) {
                left--;
            }
        }
        return place.morning(day);
    }
}
