package dev.tightrope.calendar;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells in which country a time zone lies, by the table of the tz database. */
public final class CountryOfZone {
    private static final Map<String, String> COUNTRIES =
            ZoneTable.ROWS.stream().collect(Collectors.toUnmodifiableMap(ZoneTable.Row::zone, ZoneTable.Row::country));

    private CountryOfZone() {}

    /** ISO 3166-1 country of the zone, by its current or an older name; empty for zones of no country, such as UTC. */
    public static Optional<String> of(ZoneId zone) {
        return Optional.ofNullable(COUNTRIES.get(zone.getId()));
    }
}
