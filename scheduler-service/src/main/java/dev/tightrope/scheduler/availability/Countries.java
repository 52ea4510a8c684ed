package dev.tightrope.scheduler.availability;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.calendar.Regions;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the countries and regions clients write. */
final class Countries {
    private static final Set<String> ALL = Set.of(Locale.getISOCountries());

    private Countries() {}

    /** A country in upper case; null for none. */
    static @Nullable String of(String pointer, @Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        String country = code.strip().toUpperCase(Locale.ROOT);
        if (!ALL.contains(country)) {
            throw Problems.badRequest(
                    new FieldError(pointer, "must be an ISO 3166-1 alpha-2 country such as SE, or be left out"));
        }
        return country;
    }

    /** A region of a country in upper case; null for none. */
    static @Nullable String region(String pointer, @Nullable String code, @Nullable String country) {
        if (code == null || code.isBlank()) {
            return null;
        }
        String region = code.strip().toUpperCase(Locale.ROOT);
        if (country == null) {
            throw Problems.badRequest(new FieldError(pointer, "needs the country it lies in"));
        }
        Set<String> known = Regions.of(country);
        if (!known.contains(region)) {
            throw Problems.badRequest(new FieldError(
                    pointer,
                    known.isEmpty()
                            ? "must be left out: all of " + country + " keeps the same holidays"
                            : "must be one of " + String.join(", ", known) + ", or be left out"));
        }
        return region;
    }
}
