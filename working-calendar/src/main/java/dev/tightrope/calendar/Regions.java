package dev.tightrope.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The regions that have public holidays of their own, by ISO 3166-2 code such as DE-BY.
 *
 * <p>The holiday library names the parts of a country by the second half of that code, and answers a part it does not
 * know with the days of the whole country. So every region is looked up here first.
 */
public final class Regions {
    private static final Set<String> COUNTRIES = HolidayManager.getSupportedCalendarCodes().stream()
            .filter(Set.of(Locale.getISOCountries())::contains)
            .collect(Collectors.toUnmodifiableSet());

    // Bounded by the countries there are.
    private static final Map<String, Map<String, String>> KNOWN = new ConcurrentHashMap<>();

    private Regions() {}

    /** Whether holidays of the country are known. */
    static boolean covers(@Nullable String country) {
        return country != null && COUNTRIES.contains(country);
    }

    /** The country a region lies in; the code must have been checked. */
    public static String countryOf(String region) {
        return region.substring(0, 2);
    }

    /** Regions of a country with holidays of their own; empty where the whole country keeps the same. */
    public static Set<String> of(String country) {
        return new TreeSet<>(known(country).keySet());
    }

    /** What the library calls a region of the country; empty for one it does not know. */
    static Optional<String> inLibrary(String country, @Nullable String region) {
        return region == null
                ? Optional.empty()
                : Optional.ofNullable(known(country).get(region));
    }

    /** What the library calls all the regions of the country. */
    static Set<String> inLibrary(String country) {
        return Set.copyOf(known(country).values());
    }

    private static Map<String, String> known(String country) {
        return covers(country) ? KNOWN.computeIfAbsent(country, Regions::read) : Map.of();
    }

    private static Map<String, String> read(String country) {
        return calendar(country).getCalendarHierarchy().getChildren().keySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        part -> country + "-" + part.toUpperCase(Locale.ROOT), part -> part));
    }

    static HolidayManager calendar(String country) {
        return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
    }
}
