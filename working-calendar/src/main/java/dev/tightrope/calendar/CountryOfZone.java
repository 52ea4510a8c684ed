package dev.tightrope.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells in which country a time zone lies, by the table of the tz database. */
public final class CountryOfZone {
    private static final Map<String, String> COUNTRIES = read();

    private CountryOfZone() {}

    /** ISO 3166-1 country of the zone; empty for zones of no country, such as UTC. */
    public static Optional<String> of(ZoneId zone) {
        return Optional.ofNullable(COUNTRIES.get(zone.getId()));
    }

    /** All zones of a country that this Java knows, older names included. */
    public static List<ZoneId> zonesOf(String country) {
        return COUNTRIES.entrySet().stream()
                .filter(entry -> entry.getValue().equals(country))
                .map(Map.Entry::getKey)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .sorted()
                .map(ZoneId::of)
                .toList();
    }

    private static Map<String, String> read() {
        try (InputStream in = Objects.requireNonNull(
                        CountryOfZone.class.getResourceAsStream("zone-countries.txt"),
                        "zone-countries.txt is missing");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[0], parts -> parts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
