package dev.tightrope.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Public and bank holidays of countries and their regions; mere observances are working days.
 *
 * <p>Where no region is known, a day counts that is off in most regions of the country, as Easter Monday in Great Britain
 * or Thanksgiving in Canada: working a day less does less harm than ringing somebody up on their day off.
 */
public final class PublicHolidays {
    /** The first year whose holidays count. */
    public static final int FIRST_YEAR = 2000;

    /** The last year whose holidays count. */
    public static final int LAST_YEAR = 2100;

    /** With fewer the library lists exceptions only, as Åland in Finland, and not all of the country. */
    private static final int FEWEST_REGIONS = 3;

    private final Map<PlaceYear, Map<LocalDate, String>> known = new ConcurrentHashMap<>();

    /**
     * Name of the holiday on that day, if it is one there.
     *
     * @param country ISO 3166-1; null where unknown, which has no holidays
     * @param region ISO 3166-2; null, or one without holidays of its own, for those of the whole country or most of it
     */
    public Optional<String> on(LocalDate day, @Nullable String country, @Nullable String region) {
        // What is kept is bounded by these, whoever asks.
        if (country == null || !Regions.covers(country) || day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            return Optional.empty();
        }
        String part = Regions.inLibrary(country, region).orElse(null);
        return Optional.ofNullable(
                known.computeIfAbsent(new PlaceYear(country, part, day.getYear()), PublicHolidays::read)
                        .get(day));
    }

    /** How many years of countries and regions are kept. */
    int kept() {
        return known.size();
    }

    private static Map<LocalDate, String> read(PlaceYear key) {
        Map<LocalDate, String> days = read(key.country(), key.part(), key.year());
        if (key.part() == null) {
            inMostRegions(key).forEach(days::putIfAbsent);
        }
        return Map.copyOf(days);
    }

    private static Map<LocalDate, String> inMostRegions(PlaceYear key) {
        Set<String> parts = Regions.inLibrary(key.country());
        if (parts.size() < FEWEST_REGIONS) {
            return Map.of();
        }
        Map<LocalDate, Integer> regions = new HashMap<>();
        Map<LocalDate, String> days = new HashMap<>();
        for (String part : parts) {
            read(key.country(), part, key.year()).forEach((day, name) -> {
                regions.merge(day, 1, Integer::sum);
                days.put(day, name + " in most regions");
            });
        }
        days.keySet().removeIf(day -> regions.getOrDefault(day, 0) * 2 <= parts.size());
        return days;
    }

    private static Map<LocalDate, String> read(String country, @Nullable String region, int year) {
        Map<LocalDate, String> days = new HashMap<>();
        HolidayManager calendar = Regions.calendar(country);
        String[] part = region == null ? new String[0] : new String[] {region};
        // A New Year's Day on a Saturday may be observed on the Friday before, which is a day of the old year.
        for (int each = year; each <= year + 1; each++) {
            for (Holiday holiday : calendar.getHolidays(Year.of(each), part)) {
                if (holiday.getType() != HolidayType.OBSERVANCE) {
                    String name = holiday.getDescription(Locale.ENGLISH);
                    days.put(holiday.getActualDate(), name);
                    holiday.getObservedDate().ifPresent(observed -> days.put(observed, name));
                }
            }
        }
        return days;
    }

    private record PlaceYear(String country, @Nullable String part, int year) {}
}
