package dev.tightrope.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The weekly days off of a country: the week data (weekendStart, weekendEnd) of Unicode CLDR 48, and for BD, BN, DJ, MV, NP,
 * PS and SO, of which CLDR has nothing, <a href="https://en.wikipedia.org/wiki/Workweek_and_weekend">what is kept there</a>.
 *
 * <p>India and Uganda, to which CLDR gives Sunday only, keep Saturday too: offices are closed on many or all Saturdays.
 */
final class Weekends {
    private static final Set<DayOfWeek> SATURDAY_AND_SUNDAY = Set.of(SATURDAY, SUNDAY);
    private static final Map<String, Set<DayOfWeek>> OTHERS = others();

    private Weekends() {}

    static Set<DayOfWeek> of(@Nullable String country) {
        return country == null ? SATURDAY_AND_SUNDAY : OTHERS.getOrDefault(country, SATURDAY_AND_SUNDAY);
    }

    private static Map<String, Set<DayOfWeek>> others() {
        Map<String, Set<DayOfWeek>> others = new HashMap<>();
        put(others, "BD BH DZ EG IL IQ JO KW LY MV OM PS QA SA SD SY YE", FRIDAY, SATURDAY);
        put(others, "AF", THURSDAY, FRIDAY);
        put(others, "DJ IR SO", FRIDAY);
        put(others, "BN", FRIDAY, SUNDAY);
        put(others, "NP", SATURDAY);
        return Map.copyOf(others);
    }

    private static void put(Map<String, Set<DayOfWeek>> weekends, String countries, DayOfWeek... days) {
        for (String country : countries.split(" ")) {
            weekends.put(country, Set.of(days));
        }
    }
}
