package dev.tightrope.voicemail.hours;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a telephone number tells of where its owner is.
 *
 * @param zones those it may lie in; none where it tells nothing
 * @param country ISO 3166-1
 */
record NumberFacts(List<ZoneId> zones, @Nullable String country) {
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();

    /** Reads an E.164 number. */
    static NumberFacts of(String phone) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(phone, null);
            String country = numbers.getRegionCodeForNumber(number);
            return new NumberFacts(
                    PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number).stream()
                            // Neither those newer than this Java nor Etc/Unknown.
                            .filter(KNOWN::contains)
                            .map(ZoneId::of)
                            .toList(),
                    // 001 stands for numbers of the whole world, such as +800.
                    country == null || country.equals("001") ? null : country);
        } catch (NumberParseException notANumber) {
            return new NumberFacts(List.of(), null);
        }
    }
}
