package dev.tightrope.calendar;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is called.
 *
 * @param zones their time zone; several where it is not known which: then only hours that suit all of them count
 * @param country ISO 3166-1, whose weekends and holidays count; null where unknown
 * @param region ISO 3166-2, whose own holidays count too
 */
public record CallingPlace(
        List<ZoneId> zones,
        @Nullable String country,
        @Nullable String region) {
    /** Keeps a copy. */
    public CallingPlace {
        zones = List.copyOf(zones);
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("A place needs a time zone");
        }
    }

    /** The zone whose calendar says which day it is there. */
    public ZoneId mainZone() {
        return zones.get(0);
    }
}
