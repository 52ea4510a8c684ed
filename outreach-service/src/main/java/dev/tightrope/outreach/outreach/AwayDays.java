package dev.tightrope.outreach.outreach;

import java.time.LocalDate;
import java.util.List;

/** Counts the days on which nobody reads, because somebody the mail reached is away. Pure. */
final class AwayDays {
    private AwayDays() {}

    /**
     * An absence somebody told of.
     *
     * @param who who is away
     * @param startsOn first day they are away
     * @param returnsOn first day they are there again
     */
    record Absence(String who, LocalDate startsOn, LocalDate returnsOn) {
        boolean covers(LocalDate day) {
            return !day.isBefore(startsOn) && day.isBefore(returnsOn);
        }
    }

    /**
     * By how many days silence has to last longer, so that as many days as were meant are left on which everybody is
     * there. A day counts once, however many are away on it; an absence after the end, and the time between two, count for
     * nothing.
     *
     * @param from first day of the silence
     * @param end day it was to end on
     * @param most limit in days
     */
    static int moving(LocalDate from, LocalDate end, List<Absence> absences, int most) {
        int moved = 0;
        for (LocalDate day = from; moved < most && !day.isAfter(end.plusDays(moved)); day = day.plusDays(1)) {
            LocalDate at = day;
            if (absences.stream().anyMatch(absence -> absence.covers(at))) {
                moved++;
            }
        }
        return moved;
    }
}
