package dev.tightrope.voicemail.hours;

import dev.tightrope.calendar.CallingPlace;
import dev.tightrope.calendar.CountryOfZone;
import dev.tightrope.calendar.LikelyZones;
import dev.tightrope.calendar.Regions;
import dev.tightrope.calendar.WorkingDays;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an executive is called, by what is known of them.
 *
 * <p>The zone is that of their record, else their region's, else what their number tells, narrowed down by the country,
 * else the country's, else the rep's. The region goes before the number because a number moves house with its owner. Where
 * several are possible all of them count, so that nobody is rung up at night because we guessed, save outlying ones where
 * number and country say no more than the country ({@link LikelyZones}).
 *
 * @param calling whose hours and days off count
 * @param zoneFrom how the zone is known
 */
public record ExecutivePlace(CallingPlace calling, ZoneFrom zoneFrom) {
    /** What is recorded of an executive, their company and the rep. */
    public record Known(
            @Nullable String zone,
            @Nullable String region,
            @Nullable String prospectCountry,
            String phone,
            @Nullable String repZone) {}

    /** Concludes the place. */
    public static ExecutivePlace of(Known known) {
        NumberFacts number = NumberFacts.of(known.phone());
        List<ZoneId> recorded = zone(known.zone()).stream().toList();
        String country = Stream.of(
                        Optional.ofNullable(known.region()).map(Regions::countryOf),
                        recorded.stream().findFirst().flatMap(CountryOfZone::of),
                        Optional.ofNullable(known.prospectCountry()),
                        Optional.ofNullable(number.country()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
        if (!recorded.isEmpty()) {
            return at(recorded, ZoneFrom.RECORD, country, known);
        }
        List<ZoneId> ofRegion = known.region() == null ? List.of() : LikelyZones.ofRegion(known.region());
        if (!ofRegion.isEmpty()) {
            return at(ofRegion, ZoneFrom.REGION, country, known);
        }
        if (!number.zones().isEmpty()) {
            return at(LikelyZones.among(within(country, number.zones())), ZoneFrom.NUMBER, country, known);
        }
        List<ZoneId> ofCountry = country == null ? List.of() : LikelyZones.ofCountry(country);
        return ofCountry.isEmpty()
                ? at(List.of(zone(known.repZone()).orElse(ZoneOffset.UTC)), ZoneFrom.REP, country, known)
                : at(ofCountry, ZoneFrom.COUNTRY, country, known);
    }

    /** The zone, where at that moment it makes no difference which of those possible it is. */
    public Optional<ZoneId> zoneAt(Instant moment) {
        return calling.zones().stream()
                                .map(zone -> zone.getRules().getOffset(moment))
                                .distinct()
                                .count()
                        == 1
                ? Optional.of(calling.mainZone())
                : Optional.empty();
    }

    /** Whether public holidays there are known. */
    public boolean holidaysKnown() {
        return WorkingDays.holidaysKnown(calling.country());
    }

    private static ExecutivePlace at(List<ZoneId> zones, ZoneFrom from, @Nullable String country, Known known) {
        return new ExecutivePlace(new CallingPlace(zones, country, known.region()), from);
    }

    private static List<ZoneId> within(@Nullable String country, List<ZoneId> zones) {
        List<ZoneId> inside = zones.stream()
                .filter(zone -> CountryOfZone.of(zone)
                        .filter(found -> found.equals(country))
                        .isPresent())
                .toList();
        // A number of another country than the company's is a number all the same.
        return inside.isEmpty() ? zones : inside;
    }

    private static Optional<ZoneId> zone(@Nullable String name) {
        try {
            return Optional.ofNullable(name).map(ZoneId::of);
        } catch (DateTimeException unknownToThisJava) {
            return Optional.empty();
        }
    }
}
