package dev.tightrope.calendar;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which days are worked in a country, or in a region of it. */
public final class WorkingDays {
    private final PublicHolidays holidays = new PublicHolidays();

    /** Whether public holidays of a country, ISO 3166-1, are known; of others only the weekends are. */
    public static boolean holidaysKnown(@Nullable String country) {
        return Regions.covers(country);
    }

    /**
     * Why nobody works there on that day: {@code weekend}, or the name of the holiday; empty for a working day.
     *
     * @param country ISO 3166-1; null where unknown: then only Saturday and Sunday are days off
     * @param region ISO 3166-2; null for the days of the whole country or most of it
     */
    public Optional<String> dayOff(LocalDate day, @Nullable String country, @Nullable String region) {
        return Weekends.of(country).contains(day.getDayOfWeek())
                ? Optional.of("weekend")
                : holiday(day, country, region);
    }

    /** Name of the public holiday there on that day, for who works on other days of the week than the country does. */
    public Optional<String> holiday(LocalDate day, @Nullable String country, @Nullable String region) {
        return holidays.on(day, country, region);
    }
}
