package dev.tightrope.scheduler.calendar;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import dev.tightrope.calendar.CountryOfZone;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody works, which decides their mornings, weekends and public holidays.
 *
 * @param zone their time zone
 * @param country ISO 3166-1 alpha-2, null where unknown: then only weekends are days off
 */
public record WorkingPlace(ZoneId zone, @Nullable String country) {
    /** Where we take somebody to work of whom we know nothing yet. */
    public static final WorkingPlace UNKNOWN = new WorkingPlace(ZoneOffset.UTC, null);

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
