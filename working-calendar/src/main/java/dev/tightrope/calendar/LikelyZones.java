package dev.tightrope.calendar;

import dev.tightrope.calendar.ZoneTable.Row;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In which time zones of a country or region somebody is likely to be, the zone of most people first, by current names.
 *
 * <p>Outlying zones, in which all together fewer than one in twenty of the country's people live, do not count unless
 * nothing else is possible: the Canaries must not cost every Spaniard the first hour of the day. Who works there is told
 * by their recorded zone or region, or by a number of the place.
 */
public final class LikelyZones {
    private static final Set<String> KNOWN_TO_THIS_JAVA = ZoneId.getAvailableZoneIds();
    private static final List<Row> CURRENT = ZoneTable.ROWS.stream()
            .filter(row -> !row.older() && KNOWN_TO_THIS_JAVA.contains(row.zone()))
            .toList();
    private static final Map<ZoneId, Integer> POSITION = IntStream.range(0, CURRENT.size())
            .boxed()
            .collect(
                    Collectors.toUnmodifiableMap(at -> ZoneId.of(CURRENT.get(at).zone()), Function.identity()));

    private LikelyZones() {}

    /** Those of a country, ISO 3166-1. */
    public static List<ZoneId> ofCountry(String country) {
        return among(zones(row -> row.country().equals(country)));
    }

    /** Those of a region, ISO 3166-2; empty where neither the region nor its country tells. */
    public static List<ZoneId> ofRegion(String region) {
        List<ZoneId> own = zones(row -> row.isOf(region));
        if (!own.isEmpty()) {
            return own;
        }
        // All outlying regions of a country with one zone for nearly all have a line of their own.
        List<ZoneId> likely = ofCountry(Regions.countryOf(region));
        return likely.size() == 1 ? likely : List.of();
    }

    /** Those of zones that are possible by what else is known. */
    public static List<ZoneId> among(Collection<ZoneId> possible) {
        List<ZoneId> ordered = possible.stream()
                .map(LikelyZones::current)
                .distinct()
                .sorted(Comparator.comparing(zone -> POSITION.getOrDefault(zone, Integer.MAX_VALUE)))
                .toList();
        List<ZoneId> likely = ordered.stream().filter(zone -> !outlying(zone)).toList();
        return likely.isEmpty() ? ordered : likely;
    }

    private static List<ZoneId> zones(Predicate<Row> which) {
        return CURRENT.stream().filter(which).map(row -> ZoneId.of(row.zone())).toList();
    }

    private static boolean outlying(ZoneId zone) {
        Integer at = POSITION.get(zone);
        return at != null && CURRENT.get(at).outlying();
    }

    /** The zone under the name it has today; one without another name is itself. */
    private static ZoneId current(ZoneId zone) {
        String country = CountryOfZone.of(zone).orElse(null);
        return country == null || POSITION.containsKey(zone)
                ? zone
                : zones(row -> row.country().equals(country)).stream()
                        .filter(other -> other.getRules().equals(zone.getRules()))
                        .findFirst()
                        .orElse(zone);
    }
}
