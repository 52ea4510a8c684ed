package dev.tightrope.outreach.inbound.analysis.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** First days of absences as people write them, on Tuesday, 24 November 2026. */
class FirstDaysTest {
    private static final OffsetDateTime SENT = OffsetDateTime.parse("2026-11-24T09:30:00+01:00");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am out from 20 December to 10 January. | 2026-12-20 | 2027-01-11",
                "I will be away from November 30 through December 4. | 2026-11-30 | 2026-12-05",
                "I am on leave starting 30 November and back on 7 December. | 2026-11-30 | 2026-12-07",
                "On holiday between 21 December and 3 January (inclusive). | 2026-12-21 | 2027-01-04",
                "I'm travelling November 30 - December 4. | 2026-11-30 | 2026-12-05",
                "I'm travelling November 25-27. | 2026-11-25 | 2026-11-28",
                "I am out from Monday to Friday. | 2026-11-23 | 2026-11-28",
                "Jag är ledig fr.o.m. 30/11 t.o.m. 4/12. | 2026-11-30 | 2026-12-05",
                "Jag är ledig från och med den 30 november, åter den 7 december. | 2026-11-30 | 2026-12-07",
                "Jag har semester v. 49 och 50, åter 14/12. | 2026-11-30 | 2026-12-14",
                "Ich bin vom 20.12. bis 10.1. im Urlaub. | 2026-12-20 | 2027-01-11",
                "Vom 20. bis 23. Dezember bin ich nicht im Büro. | 2026-12-20 | 2026-12-24",
                "Ab dem 30.11. bin ich im Urlaub, ab 7.12. wieder erreichbar. | 2026-11-30 | 2026-12-07",
                "Urlaub 30.11.-4.12. | 2026-11-30 | 2026-12-05",
                "Je serai absent du 30 novembre au 4 décembre inclus. | 2026-11-30 | 2026-12-05",
                "Absent du 3 au 14 décembre, de retour le 15. | 2026-12-03 | 2026-12-15",
                "Estaré de vacaciones del 30/11 al 11/12, ambos inclusive. | 2026-11-30 | 2026-12-12",
                "Estaré fuera desde el 30 de noviembre hasta el 4 de diciembre. | 2026-11-30 | 2026-12-05",
                "Sarò assente dal 30/11/2026 al 04/12/2026 compreso. | 2026-11-30 | 2026-12-05",
                "Ik ben afwezig van 30 november t/m 4 december. | 2026-11-30 | 2026-12-05",
                "Vanaf 30 november ben ik met verlof; op 7 december ben ik terug. | 2026-11-30 | 2026-12-07",
                "Jeg holder ferie fra den 30. november til og med den 4. december. | 2026-11-30 | 2026-12-05",
                "Jeg er ikke til stede fra 30.11. til 04.12.2026. | 2026-11-30 | 2026-12-05",
                "Olen lomalla 30.11.-11.12. Palaan töihin 14.12.2026. | 2026-11-30 | 2026-12-14",
                "Estarei ausente de 30/11/2026 a 04/12/2026. | 2026-11-30 | 2026-12-05",
                "Przebywam poza biurem w dniach 30.11-04.12.2026. | 2026-11-30 | 2026-12-05",
                "Jestem na urlopie od 30 listopada do 4 grudnia. | 2026-11-30 | 2026-12-05",
                "12月1日から12月4日まで休暇です。 | 2026-12-01 | 2026-12-05",
            })
    void firstDays(String text, LocalDate from, LocalDate returnsOn) {
        assertThat(Absence.read(text, SENT)).isEqualTo(new Absence(from, returnsOn));
    }

    @Test
    void theYearMayHaveTurnedSince() {
        OffsetDateTime january = OffsetDateTime.parse("2027-01-05T08:00:00+01:00");
        assertThat(Absence.read("I am out from 20 December to 10 January.", january))
                .isEqualTo(new Absence(LocalDate.of(2026, 12, 20), LocalDate.of(2027, 1, 11)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am away until 7 December.",
                "I am back from 7 December.",
                "Ich bin ab dem 07.12.2026 wieder erreichbar.",
                "Vielen Dank für Ihre E-Mail vom 23.11.2026. Ich bin am 7.12. zurück.",
                "Merci de votre message du 23 novembre. De retour le 7 décembre.",
                "Jeg er ikke på kontoret før d. 7/12.",
                "Back on 7 December. The fair is from 14 December 2026.",
            })
    void noneIsMadeUp(String text) {
        assertThat(Absence.read(text, SENT)).isEqualTo(new Absence(null, LocalDate.of(2026, 12, 7)));
    }
}
