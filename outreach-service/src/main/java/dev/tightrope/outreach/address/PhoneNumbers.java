package dev.tightrope.outreach.address;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Telephone numbers in E.164 form. */
public final class PhoneNumbers {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 40;

    private PhoneNumbers() {}

    /**
     * The number as E.164.
     *
     * @param country ISO 3166-1 alpha-2 of the country a number without {@code +} is dialled in
     * @return empty if the numbering plan has no such number
     */
    public static Optional<String> normalise(String typed, @Nullable String country) {
        return parse(typed, country).map(number -> PLANS.format(number, PhoneNumberFormat.E164));
    }

    /** Kind of line an E.164 number leads to. */
    public static PhoneNumberType typeOf(String e164) {
        return parse(e164, null).map(PLANS::getNumberType).orElse(PhoneNumberType.UNKNOWN);
    }

    private static Optional<PhoneNumber> parse(String typed, @Nullable String country) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            PhoneNumber number = PLANS.parse(typed.strip(), country);
            return PLANS.isValidNumber(number) && !number.hasExtension() ? Optional.of(number) : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
