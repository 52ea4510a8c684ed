package dev.tightrope.outreach.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "070-174 06 05,      SE, +46701740605",
        "+46 (0)70 174 0605, US, +46701740605",
        "0046701740605,      SE, +46701740605",
        "(650) 253-0000,     US, +16502530000",
    })
    void numberIsReadInItsCountry(String typed, String country, String expected) {
        assertThat(PhoneNumbers.normalise(typed, country)).contains(expected);
    }

    @Test
    void numberNeedsCountryOrCountryCode() {
        assertThat(PhoneNumbers.normalise("070-174 06 05", null)).isEmpty();
        assertThat(PhoneNumbers.normalise("+46701740605", null)).contains("+46701740605");
    }

    @Test
    void numbersNoPlanHasAreRefused() {
        assertThat(PhoneNumbers.normalise("+461", null)).isEmpty();
        assertThat(PhoneNumbers.normalise("+46701740605 ext. 7", null)).isEmpty();
        assertThat(PhoneNumbers.normalise("1".repeat(200), "SE")).isEmpty();
    }

    @Test
    void cellPhonesAreTold() {
        assertThat(PhoneNumbers.typeOf("+46701740605")).isEqualTo(PhoneNumberType.MOBILE);
        assertThat(PhoneNumbers.typeOf("+46850829000")).isEqualTo(PhoneNumberType.FIXED_LINE);
        assertThat(PhoneNumbers.typeOf("+16502530000")).isEqualTo(PhoneNumberType.FIXED_LINE_OR_MOBILE);
    }
}
