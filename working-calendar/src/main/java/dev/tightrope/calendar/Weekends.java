package dev.tightrope.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The weekly days off of a country. */
final class Weekends {
    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = Set.of(SATURDAY, SUNDAY);
    private static final Set<DayOfWeek> FRIDAY_AND_SATURDAY = Set.of(FRIDAY, SATURDAY);
    private static final Set<String> FRIDAY_COUNTRIES = Set.of(
            "BD", "BH", "DZ", "EG", "IL", "IQ", "JO", "KW", "LY", "MV", "OM", "PS", "QA", "SA", "SD", "SY", "YE");

    private Weekends() {}

    static Set<DayOfWeek> of(@Nullable String country) {
        return country != null && FRIDAY_COUNTRIES.contains(country) ? FRIDAY_AND_SATURDAY : SATURDAY_AND_SUNDAY;
    }
}
