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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** National public and bank holidays; mere observances and regional days are working days. */
@ApplicationScoped
public class PublicHolidays {
    /** The first year whose holidays count. */
    static final int FIRST_YEAR = 2000;

    /** The last year whose holidays count. */
    static final int LAST_YEAR = 2100;

    private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes().stream()
            .filter(Set.of(Locale.getISOCountries())::contains)
            .collect(Collectors.toUnmodifiableSet());

    private final Map<CountryYear, Map<LocalDate, String>> known = new ConcurrentHashMap<>();

    /** Name of the holiday on that day, if it is one in that country. */
    public Optional<String> on(LocalDate day, @Nullable String country) {
        // What is kept is bounded by these, whoever asks.
        if (country == null
                || !COUNTRIES.contains(country)
                || day.getYear() < FIRST_YEAR
                || day.getYear() > LAST_YEAR) {
            return Optional.empty();
        }
        return Optional.ofNullable(known.computeIfAbsent(new CountryYear(country, day.getYear()), PublicHolidays::read)
                .get(day));
    }

    /** How many years of countries are kept. */
    int kept() {
        return known.size();
    }

    private static Map<LocalDate, String> read(CountryYear key) {
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
