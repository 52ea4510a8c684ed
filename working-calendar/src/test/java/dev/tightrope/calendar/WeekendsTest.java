package dev.tightrope.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekendsTest {
    @ParameterizedTest
    @CsvSource({
        "SE, SATURDAY SUNDAY",
        "AE, SATURDAY SUNDAY",
        "IN, SATURDAY SUNDAY",
        "IL, FRIDAY SATURDAY",
        "EG, FRIDAY SATURDAY",
        "SA, FRIDAY SATURDAY",
        "BD, FRIDAY SATURDAY",
        "AF, THURSDAY FRIDAY",
        "IR, FRIDAY",
        "DJ, FRIDAY",
        "SO, FRIDAY",
        "BN, FRIDAY SUNDAY",
        "NP, SATURDAY",
        "XX, SATURDAY SUNDAY",
    })
    void theDaysOffAreThoseOfTheCountry(String country, String days) {
        assertThat(Weekends.of(country))
                .isEqualTo(Stream.of(days.split(" ")).map(DayOfWeek::valueOf).collect(Collectors.toSet()));
    }
}
