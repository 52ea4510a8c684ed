package dev.tightrope.scheduler.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** National public and bank holidays; mere observances and regional days are working days. */
@ApplicationScoped
public class PublicHolidays {
    private final Map<CountryYear, Map<LocalDate, String>> known = new ConcurrentHashMap<>();

    /** Name of the holiday on that day, if it is one in that country. */
    public Optional<String> on(LocalDate day, @Nullable String country) {
        if (country == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(known.computeIfAbsent(new CountryYear(country, day.getYear()), PublicHolidays::read)
                .get(day));
    }

    private static Map<LocalDate, String> read(CountryYear key) {
        if (!HolidayManager.getSupportedCalendarCodes().contains(key.country())) {
            return Map.of();
        }
        Map<LocalDate, String> days = new HashMap<>();
        HolidayManager calendar = HolidayManager.getInstance(
                ManagerParameters.create(key.country().toLowerCase(Locale.ROOT)));
        // A New Year's Day on a Saturday may be observed on the Friday before, which is a day of the old year.
        for (int year = key.year(); year <= key.year() + 1; year++) {
            for (Holiday holiday : calendar.getHolidays(Year.of(year))) {
                if (holiday.getType() != HolidayType.OBSERVANCE) {
                    String name = holiday.getDescription(Locale.ENGLISH);
                    days.put(holiday.getActualDate(), name);
                    holiday.getObservedDate().ifPresent(observed -> days.put(observed, name));
                }
            }
        }
        return Map.copyOf(days);
    }

    private record CountryYear(String country, int year) {}
}
