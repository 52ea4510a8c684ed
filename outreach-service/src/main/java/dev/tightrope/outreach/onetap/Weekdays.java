package dev.tightrope.outreach.onetap;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days on which something is likely to be done. */
final class Weekdays {
    private Weekdays() {}

    /** The first one after today, where somebody works. */
    static LocalDate after(Instant now, ZoneId zone) {
        LocalDate next = LocalDate.ofInstant(now, zone).plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }
}
