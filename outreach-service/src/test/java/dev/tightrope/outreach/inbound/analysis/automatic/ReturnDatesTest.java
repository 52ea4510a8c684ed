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
                "Out of the office until 7 December 2026. Contact Anna (until 4 December) or Eva (from 5 December)."
                        + " | 2026-12-07",
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
                // A stated day beats the week
                "Jag har semester v. 49 och 50, åter 14/12. | 2026-12-14",
                "Jag har semester v. 49 och 50. | 2026-12-14",
                "Ich bin in KW 49 und 50 im Urlaub, zurück am 14.12. | 2026-12-14",
                "Jeg har ferie uke 49 og 50, tilbake 14.12. | 2026-12-14",
                "On leave weeks 49 and 50. | 2026-12-14",
                "Lomalla viikot 49-50. | 2026-12-14",
                // From, to: the day after the last
                "Jeg er ikke til stede fra 30.11. til 04.12.2026. | 2026-12-05",
                "Jeg er på ferie fra mandag 30.11 til fredag 4.12. | 2026-12-05",
                "Jeg holder ferie fra d. 30/11 til d. 4/12. | 2026-12-05",
                "Jag är ledig från 30/11 till 4/12. | 2026-12-05",
                "Przebywam poza biurem w dniach 30.11-04.12.2026. | 2026-12-05",
                "Urlaub: 30.11.-4.12. | 2026-12-05",
                "Urlaub 1.-4.12.2026. | 2026-12-05",
                "Olen lomalla 30.11.–4.12.2026. | 2026-12-05",
                "Absent du 3 au 14 décembre. | 2026-12-15",
                "De vacaciones del 3 al 14 de diciembre. | 2026-12-15",
                "In ferie dal 3 al 14 dicembre. | 2026-12-15",
                "Afwezig van 3 t/m 14 december. | 2026-12-15",
                "De férias de 3 a 14 de dezembro. | 2026-12-15",
                "Ich bin vom 3. bis 14. Dezember nicht im Büro. | 2026-12-15",
                "Urlop od 3 do 14 grudnia. | 2026-12-15",
                // Not before
                "Jeg er ikke på kontoret før d. 14/12. | 2026-12-14",
                "Jag är inte på kontoret förrän den 14 december. | 2026-12-14",
                "Jeg er ikke tilgjengelig før mandag 14. desember. | 2026-12-14",
                "I will not be in the office before 14 December. | 2026-12-14",
                "Ich bin nicht vor dem 14.12. im Büro. | 2026-12-14",
                "Je ne serai pas au bureau avant le 14 décembre. | 2026-12-14",
                "No estaré en la oficina antes del 14 de diciembre. | 2026-12-14",
                "Non sarò in ufficio prima del 14 dicembre. | 2026-12-14",
                "Ik ben niet bereikbaar voor 14 december. | 2026-12-14",
                "En ole paikalla ennen 14.12. | 2026-12-14",
                "Não estarei no escritório antes de 14 de dezembro. | 2026-12-14",
                "Nie będę dostępny przed 14 grudnia. | 2026-12-14",
                // Until
                "Jeg er på barsel indtil 1. februar 2027. | 2027-02-01",
                "Olen lomalla 11.12. saakka. | 2026-12-12",
                "Olen poissa 11.12.2026 asti. | 2026-12-12",
                "I am on parental leave until January 2027. | 2027-01-01",
                "Ich bin bis Januar 2027 in Elternzeit. | 2027-02-01",
                // Tomorrow, and a day of the month alone
                "I am out of office today and will be back tomorrow. | 2026-11-25",
                "Jag är åter i morgon. | 2026-11-25",
                "Ich bin morgen wieder im Büro. | 2026-11-25",
                "De retour demain. | 2026-11-25",
                "Vuelvo mañana. | 2026-11-25",
                "Rientro domani. | 2026-11-25",
                "Morgen, dat is ja, ik ben morgen weer bereikbaar. | 2026-11-25",
                "Jeg er tilbage i morgen. | 2026-11-25",
                "Palaan huomenna. | 2026-11-25",
                "Volto amanhã. | 2026-11-25",
                "Wracam jutro. | 2026-11-25",
                "I'll be back on the 9th. | 2026-12-09",
                "I'll be back on the 27th. | 2026-11-27",
                "Jag är tillbaka den 9:e. | 2026-12-09",
                "Ich bin am 9. wieder da. | 2026-12-09",
                "Je suis de retour le 9. | 2026-12-09",
                "Regreso el día 9. | 2026-12-09",
                "Rientro il 9. | 2026-12-09",
                "Regresso no dia 9. | 2026-12-09",
                // Turkish, Hungarian, Japanese
                "Ofis dışındayım, 7 Aralık 2026 tarihinde döneceğim. | 2026-12-07",
                "4 Aralık 2026 tarihine kadar izindeyim. | 2026-12-05",
                "Szabadságon vagyok 2026. december 6-ig. | 2026-12-07",
                "December 7-én térek vissza. | 2026-12-07",
                "12月4日まで休暇を頂いております。 | 2026-12-05",
                "休暇中です。12月7日に戻ります。 | 2026-12-07",
            })
    void datesOfReturn(String text, LocalDate expected) {
        assertThat(Absence.read(text, SENT).returnsOn()).isEqualTo(expected);
    }

    @Test
    void figuresAreReadAsTheSenderWritesThem() {
        String text = "I will be back on 12/4/2026.";
        assertThat(Absence.read(text, FROM_DENVER).returnsOn()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(Absence.read("Jag är tillbaka 4/12.", SENT).returnsOn()).isEqualTo(LocalDate.of(2026, 12, 4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am away and will answer as soon as I can.",
                "I was back on 3 November 2026.",
                "Back on 45/45/2026.",
                "Call +49 30 1234-567 or write to 12.12 Street.",
                "Our office was founded on 1 December 1990 and I am back soon.",
                "I will return in version 4.12.1 of this message.",
                "Guten Morgen, ich bin bald wieder da.",
                "Vuelvo pronto; por la mañana no contesto.",
                "I am back with the 9 people of my team.",
            })
    void nothingIsMadeUp(String text) {
        assertThat(Absence.read(text, SENT)).isEqualTo(Absence.UNDATED);
    }

    @Test
    void theYearTurns() {
        OffsetDateTime december = OffsetDateTime.parse("2026-12-21T08:00:00+01:00");
        assertThat(Absence.read("I am back on January 4.", december).returnsOn())
                .isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @Test
    void hostileTextCostsLittle() {
        String numbers = "12.12. bis 1 ".repeat(5_000);
        String words = "until back on the ".repeat(5_000);
        long start = System.nanoTime();
        Absence.read(numbers, SENT);
        Absence.read(words + numbers, SENT);
        Absence.read("back " + "x".repeat(100_000), SENT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
}
