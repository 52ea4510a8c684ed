package dev.tightrope.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The table of zones, their countries and regions, {@code zone-countries.txt}, which tells where it comes from. */
final class ZoneTable {
    static final List<Row> ROWS = read();

    private ZoneTable() {}

    /** A line: name, country, and the marks and regions that follow. */
    record Row(String zone, String country, List<String> more) {
        boolean older() {
            return more.contains("older");
        }

        boolean outlying() {
            return more.contains("few");
        }

        boolean isOf(String region) {
            return more.contains(region);
        }

        private static Row of(String line) {
            List<String> words = List.of(line.split(" "));
            return new Row(words.get(0), words.get(1), words.subList(2, words.size()));
        }
    }

    private static List<Row> read() {
        try (InputStream in = Objects.requireNonNull(
                        ZoneTable.class.getResourceAsStream("zone-countries.txt"), "zone-countries.txt is missing");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
