package dev.tightrope.scheduler.calendar;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.tightrope.calendar.CountryOfZone;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where and when somebody works, which decides their mornings and days off.
 *
 * @param zone their time zone
 * @param country ISO 3166-1 alpha-2, null where unknown: then only weekends are days off
 * @param times what they work otherwise than their country does
 * @param closures when the company is closed
 * @param away days on which they are away and nobody stands in for them
 */
public record WorkingPlace(
        ZoneId zone, @Nullable String country, WorkingTimes times, List<Closure> closures, Set<LocalDate> away) {
    /** Where we take somebody to work of whom we know nothing yet. */
    public static final WorkingPlace UNKNOWN = new WorkingPlace(ZoneOffset.UTC, null);

    /** A place of which nothing else is known. */
    public WorkingPlace(ZoneId zone, @Nullable String country) {
        this(zone, country, WorkingTimes.OF_THE_COUNTRY, List.of(), Set.of());
    }

    /** Place with a country given by name, or else the one the zone lies in. */
    public static WorkingPlace of(ZoneId zone, @Nullable String country) {
        return new WorkingPlace(
                zone,
                country == null
                        ? CountryOfZone.of(zone).orElse(null)
                        : country.trim().toUpperCase(Locale.ROOT));
    }

    /**
     * Place of a person by their profile. The zone tells the country; where it tells none (UTC), the country of the
     * phone number counts. A zone this Java does not know is taken as UTC: a reminder some hours off beats none.
     */
    public static WorkingPlace ofPerson(String zoneName, @Nullable String phone) {
        ZoneId zone = zone(zoneName);
        return new WorkingPlace(
                zone, CountryOfZone.of(zone).or(() -> countryOfPhone(phone)).orElse(null));
    }

    /** The same place with what is known of the times somebody works there. */
    public WorkingPlace with(WorkingTimes other, List<Closure> whenClosed, Set<LocalDate> whenAway) {
        return new WorkingPlace(zone, other.country() == null ? country : other.country(), other, whenClosed, whenAway);
    }

    /** The same place as if they were never away: what counts working days counts these, too. */
    public WorkingPlace neverAway() {
        return new WorkingPlace(zone, country, times, closures, Set.of());
    }

    /** Why the company is closed there on that day. */
    Optional<Closure> closed(LocalDate day) {
        return closures.stream().filter(closure -> closure.covers(day, country)).findFirst();
    }

    /** Whether that day is off by plan, not by the calendar. */
    boolean isPlannedOff(LocalDate day) {
        return away.contains(day) || closed(day).isPresent();
    }

    /** Reads a zone's name; UTC for one that is unknown. */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static Optional<String> countryOfPhone(@Nullable String phone) {
        if (phone == null) {
            return Optional.empty();
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return Optional.ofNullable(numbers.getRegionCodeForNumber(numbers.parse(phone, null)))
                    .filter(region -> region.length() == 2 && !"ZZ".equals(region));
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
