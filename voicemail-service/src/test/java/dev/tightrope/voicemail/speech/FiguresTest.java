package dev.tightrope.voicemail.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | from eleven to two, forty per cent, one hundred and twenty-one and four point five | 2 4.5 11 40 121",
                "en | two point five million, 40,000, ninety-nine thousand, and one page | 40000 99000 2500000",
                "en | nobody can do it in one second; I am the first | ",
                "sv | från elva till två, fyrtio procent, etthundratjugoett, fyra komma tjugofem | 2 4.25 11 40 121",
                "sv | ettusen tvåhundra, fyrtiotusen, 40 000 och ett mejl | 1200 40000",
                "de | von elf auf zwei, vierzig Prozent, zweihundertfünfzig und 1.200 | 2 11 40 250 1200",
                "de | zwei Komma fünf Millionen, neunundneunzig, eine Seite und ein Anruf | 99 2500000",
                "fr | de onze à deux, quarante pour cent, quatre-vingt-dix-neuf | 2 11 40 99",
                "fr | mille deux cents, deux cent mille, quatre virgule cinq et un appel | 4.5 1200 200000",
                "es | de once a dos, cuarenta por ciento, treinta y una, veintiún y una llamada | 2 11 21 31 40",
                "es | doscientas mil, dos coma cinco millones, mil novecientos noventa y ocho | 1998 200000 2500000"
            })
    void areFoundInFiguresAndInWords(String language, String text, String expected) {
        assertThat(Figures.in(text, language))
                .extracting(BigDecimal::toPlainString)
                .containsExactlyElementsOf(expected == null ? List.of() : Arrays.asList(expected.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-US", "sv", "de", "fr", "es"})
    void everyNumberIsUnderstoodAsItIsSaid(String language) {
        LongStream small = LongStream.range(2, 2_000);
        LongStream large = new Random(1)
                .longs(2_000, 2, 1_000_000_000)
                .flatMap(number -> LongStream.of(number, number / 10_000 + 2));
        LongStream round = LongStream.of(1_000, 1_000_000, 1_000_000_000)
                .flatMap(scale -> LongStream.of(1, 2, 21, 80, 100, 101, 200, 999)
                        .map(number -> number * scale)
                        .flatMap(number -> LongStream.of(number, number + 1, number + 100)));
        LongStream.concat(LongStream.concat(small, large), round).forEach(number -> {
            String said = Speech.of("x " + number + " %", language, List.of());
            assertThat(said).doesNotContainPattern("\\d");
            assertThat(Figures.in(said, language))
                    .as(said)
                    .containsExactly(BigDecimal.valueOf(number).stripTrailingZeros());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "es"})
    void aTelephoneNumberIsUnderstoodAsItIsSaid(String language) {
        for (String number : List.of("+46701234567", "+33612345678", "+493012345678", "+15552368000")) {
            String said = Speech.number(number, language);
            assertThat(Figures.telephoneNumbers("x: " + said + ". x", language)).containsExactly(number.substring(1));
        }
        assertThat(Figures.telephoneNumbers("+46 70 123 45 67", language)).containsExactly("46701234567");
        assertThat(Figures.telephoneNumbers("0701234567", language)).containsExactly("0701234567");
    }

    @Test
    void theFiguresOfAnImpactAreNoTelephoneNumber() {
        for (String row : List.of("2019, 2020, 2021", "100, 200, 300", "1, 2, 3, 4, 5, 6", "10,000, 20,000")) {
            assertThat(Figures.telephoneNumbers(row, "en")).as(row).isEmpty();
            assertThat(Figures.telephoneNumbers(Speech.of(row, "en", List.of()), "en"))
                    .as(row)
                    .isEmpty();
        }
        assertThat(Figures.telephoneNumbers("Stops went from eleven to two, in 2019, 2020 and 40 000 hours.", "en"))
                .isEmpty();
    }
}
