package dev.tightrope.voicemail.speech;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTest {
    private static final List<String> NAMES = List.of("Saab 2000 AB", "3M", "Booking.com");

    /** A line is what is written and what is said. */
    static Stream<Arguments> sayings() {
        return Stream.of("en", "en-US", "sv", "de", "fr", "es")
                .flatMap(language -> lines(language)
                        .map(line -> line.split(" \\| "))
                        .map(line -> Arguments.of(language, line[0], line[1])));
    }

    private static Stream<String> lines(String language) {
        try (InputStream file = SpeechTest.class.getResourceAsStream("/speech/" + language + ".txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), UTF_8).lines();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("sayings")
    void isSaidInWords(String language, String written, String said) {
        assertThat(Speech.of(written, language, NAMES)).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("sayings")
    void whatIsSaidIsNotSaidOtherwiseTheSecondTime(String language, String written, String said) {
        assertThat(Speech.of(said, language, NAMES)).isEqualTo(said);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("sayings")
    void noWordHasAPlaceToBreakIt(String language, String written, String said) {
        assertThat(Speech.of(written, language, List.of())).doesNotContain("\u00ad");
    }

    @Test
    void aNameIsKeptOnlyWhereItIsMeant() {
        assertThat(Speech.of("Saab 2000 sold 2000 of them", "en", List.of()))
                .isEqualTo("Saab 2000 sold two thousand of them");
        assertThat(Speech.of("SAAB 2000 and 3M, 13M and 2000", "en", NAMES))
                .isEqualTo("SAAB 2000 and 3M, 13M and two thousand");
        assertThat(Speech.of("3 AB lost 3 orders, 20 Minutes 20 readers", "en", List.of("3 AB", "20 Minutes")))
                .isEqualTo("3 AB lost three orders, 20 Minutes twenty readers");
    }

    @Test
    void aLanguageWithoutWordsIsSaidInEnglish() {
        assertThat(Speech.of("40 %", "nl", List.of())).isEqualTo("forty per cent");
        assertThat(Speech.of("2/3/2026", "en-GB", List.of())).isEqualTo("the second of March twenty twenty-six");
        assertThat(Speech.of("21 Stopps", "de-AT", List.of())).isEqualTo("einundzwanzig Stopps");
    }

    @Test
    void telephoneNumbersAreSpokenInTheirGroups() {
        assertThat(Speech.number("+15552368000", "en"))
                .isEqualTo("plus one, five five five, two three six, eight zero zero zero");
        assertThat(Speech.number("+46701234567", "sv")).startsWith("plus fyra sex, sju noll");
        assertThat(Speech.number("+33612345678", "fr"))
                .isEqualTo("plus trente-trois, six, douze, trente-quatre, cinquante-six, soixante-dix-huit");
        assertThat(Speech.number("123", "en")).isEqualTo("one two three");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "es"})
    void anythingCanBeSaid(String language) {
        String odd =
                "99999999999999999999,9 % 0,0 -0 €0 1e9 ٣ ½ 12:99 32 March 2026-13-45 31/2/2026 +0 007 1st0 h/h 5/h @ a@b";
        assertThat(Speech.of(odd, language, List.of("", " ", "("))).isNotBlank();
        assertThat(Figures.in(odd, language)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "es"})
    void noTextIsTooHardToSay(String language) {
        List<String> hostile = List.of(
                half("a") + " " + half("2024 "),
                half("a") + " " + half("3. Mal "),
                half("a") + " " + half("3.4.2026 "),
                half("a.") + half("a."),
                half("1.000.") + half("1 000 "),
                half("www.a.") + half("a@b."),
                half(" ") + half("\n"),
                half("1-") + half("\u20ac1 "));
        for (String text : hostile) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThat(Speech.of(text, language, NAMES)).isNotNull());
        }
    }

    /** Half of the longest text a story may have. */
    private static String half(String repeated) {
        return repeated.repeat(2500 / repeated.length());
    }
}
