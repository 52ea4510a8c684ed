package dev.tightrope.api;

import java.time.Instant;

/** Which moments are taken from clients: RFC 3339 ends with the year 9999, and databases not far beyond. */
public final class Moments {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Moments() {}

    /** Whether a moment lies in the years 1 to 9999. */
    public static boolean areStorable(Instant moment) {
        return !moment.isBefore(FIRST) && !moment.isAfter(LAST);
    }
}
