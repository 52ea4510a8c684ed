package dev.tightrope.outreach.inbound.analysis.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Return dates as absent people write them, on Tuesday, 24 November 2026. */
class ReturnDatesTest {
    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-11-24T09:30:00+01:00");
    private static final OffsetDateTime FROM_DENVER = OffsetDateTime.parse("2026-11-24T09:30:00-07:00");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // English
                "I am out of the office and will be back on December 7th. | 2026-12-07",
                "I will be returning to the office on Monday, 7 December 2026. | 2026-12-07",
                "Away from November 23 through December 4, with no access to mail. | 2026-12-05",
                "I am on leave until 7 December. | 2026-12-07",
                "Out 11/23/2026 - 12/04/2026. | 2026-12-05",
                "I'm travelling November 23-27. | 2026-11-28",
                "I will be back in January, on the 4th of January 2027. | 2027-01-04",
                "I'm out today, back on Thursday. | 2026-11-26",
                "Out of office, returning 2026-12-01. In urgent cases call +46 8 123 45 67. | 2026-12-01",
                // Swedish
                "Jag är på semester och är åter den 7 december. | 2026-12-07",
                "Jag är ledig t.o.m. 4 december och läser inte min e-post. | 2026-12-05",
                "Jag är ledig och åter vecka 50. | 2026-12-07",
                "Tillbaka måndag 7/12. Vid brådskande ärenden ring växeln. | 2026-12-07",
                "Jag är tjänstledig vecka 48-49. | 2026-12-07",
                // German
                "Ich bin ab dem 07.12.2026 wieder erreichbar. | 2026-12-07",
                "Ich bin bis einschließlich 4. Dezember nicht im Büro. | 2026-12-05",
                "Vom 23.11. bis 04.12.2026 bin ich im Urlaub. | 2026-12-05",
                "Am 7. Dezember bin ich zurück. | 2026-12-07",
                // French
                "Je suis absente et serai de retour le 7 décembre. | 2026-12-07",
                "Je suis en congés jusqu'au 4 décembre inclus. | 2026-12-05",
                "Absent du 23 novembre au 4 décembre 2026. | 2026-12-05",
                // Spanish
                "Estoy de vacaciones y vuelvo el 7 de diciembre. | 2026-12-07",
                "Estaré fuera de la oficina hasta el 4 de diciembre de 2026. | 2026-12-05",
                // Italian
                "Sarò assente fino al 4 dicembre. | 2026-12-05",
                "Rientrerò in ufficio lunedì 7 dicembre 2026. | 2026-12-07",
                // Dutch
                "Ik ben afwezig tot en met 4 december. | 2026-12-05",
                "Ik ben op maandag 7 december weer aanwezig. | 2026-12-07",
                "Met vakantie t/m 04-12-2026. | 2026-12-05",
                // Danish
                "Jeg er på ferie og er tilbage den 7. december. | 2026-12-07",
                "Jeg holder ferie til og med den 4. december. | 2026-12-05",
                // Norwegian
                "Jeg er på ferie og er tilbake på kontoret mandag 7. desember. | 2026-12-07",
                "Jeg har permisjon til og med 4. desember. | 2026-12-05",
                // Finnish
                "Olen lomalla ja palaan töihin 7.12.2026. | 2026-12-07",
                "Olen poissa toimistolta 4. joulukuuta saakka. | 2026-12-05",
                // Portuguese
                "Estou de férias e regresso no dia 7 de dezembro. | 2026-12-07",
                "Estarei ausente até 4 de dezembro de 2026. | 2026-12-05",
                // Polish
                "Jestem na urlopie, wracam 7 grudnia. | 2026-12-07",
                "Jestem nieobecna do 4 grudnia 2026 r. | 2026-12-05",
            })
    void datesOfReturn(String text, LocalDate expected) {
        assertThat(ReturnDates.find(text, SENT)).contains(expected);
    }

    @Test
    void figuresAreReadAsTheSenderWritesThem() {
        String text = "I will be back on 12/4/2026.";
        assertThat(ReturnDates.find(text, FROM_DENVER)).contains(LocalDate.of(2026, 12, 4));
        assertThat(ReturnDates.find("Jag är tillbaka 4/12.", SENT)).contains(LocalDate.of(2026, 12, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am away and will answer as soon as I can.",
                "I was back on 3 November 2026.",
                "Back on 45/45/2026.",
                "Call +49 30 1234-567 or write to 12.12 Street.",
                "Our office was founded on 1 December 1990 and I am back soon.",
                "I will return in version 4.12.1 of this message."
            })
    void nothingIsMadeUp(String text) {
        assertThat(ReturnDates.find(text, SENT)).isEmpty();
    }

    @Test
    void theYearTurns() {
        OffsetDateTime december = OffsetDateTime.parse("2026-12-21T08:00:00+01:00");
        assertThat(ReturnDates.find("I am back on January 4.", december)).contains(LocalDate.of(2027, 1, 4));
    }

    @Test
    void hostileTextCostsLittle() {
        String numbers = "12.12. bis 1 ".repeat(5_000);
        String words = "until back on the ".repeat(5_000);
        long start = System.nanoTime();
        ReturnDates.find(numbers, SENT);
        ReturnDates.find(words + numbers, SENT);
        ReturnDates.find("back " + "x".repeat(100_000), SENT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
