package dev.tightrope.outreach.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "anna@example.com,                anna@example.com",
        "'  anna@example.com ',           anna@example.com",
        "Anna.Vik@EXAMPLE.com,            Anna.Vik@example.com",
        "anna+news@mail.example.co.uk,    anna+news@mail.example.co.uk",
        "o'hara@example.com,              o'hara@example.com",
        "anna@www.example.com,            anna@www.example.com",
        "anna@bücher.example,             anna@xn--bcher-kva.example",
    })
    void deliverableAddressIsNormalised(String typed, String expected) {
        assertThat(EmailAddresses.normalise(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "anna",
                "@example.com",
                "anna@",
                "anna@localhost",
                "anna@example",
                "anna@@example.com",
                "anna vik@example.com",
                "anna@example.com,bo@example.com",
                "Anna <anna@example.com>",
                "\"anna\"@example.com",
                "anna@[127.0.0.1]",
                "anna@127.0.0.1",
                "anna@example.com\r\nBcc: bo@example.com",
                "anna\n@example.com",
                "anna@https://example.com",
                "anna@example.com:25",
                "anna(comment)@example.com",
                ".anna@example.com",
                "anna..vik@example.com",
                "änna@example.com",
                "anna@-example.com"
            })
    void nothingElseIsAnAddress(String typed) {
        assertThat(EmailAddresses.normalise(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 65})
    void localPartHasAtMost64Characters(int length) {
        assertThat(EmailAddresses.normalise("a".repeat(length) + "@example.com").isPresent())
                .isEqualTo(length <= 64);
    }
}
