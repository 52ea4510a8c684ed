package dev.tightrope.scheduler.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingPlaceTest {
    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm, SE",
        "Europe/Berlin, DE",
        "Europe/Zurich, CH",
        "America/New_York, US",
        "Asia/Kolkata, IN"
    })
    void theZoneTellsTheCountry(String zone, String country) {
        assertThat(WorkingPlace.ofPerson(zone, "+34600000000").country()).isEqualTo(country);
    }

    @Test
    void whereTheZoneTellsNoneThePhoneNumberDoes() {
        assertThat(WorkingPlace.ofPerson("UTC", "+46701740605").country()).isEqualTo("SE");
    }

    @Test
    void whereNeitherTellsThereIsNone() {
        assertThat(WorkingPlace.ofPerson("UTC", null).country()).isNull();
        assertThat(WorkingPlace.ofPerson("UTC", "no number").country()).isNull();
    }

    @Test
    void anUnknownZoneIsTakenAsUtc() {
        assertThat(WorkingPlace.ofPerson("Mars/Olympus_Mons", null).zone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void aCountryByNameWins() {
        assertThat(WorkingPlace.of(ZoneId.of("Europe/Stockholm"), "fi").country())
                .isEqualTo("FI");
    }
}
