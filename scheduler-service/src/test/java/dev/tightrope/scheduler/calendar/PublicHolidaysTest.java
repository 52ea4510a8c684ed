package dev.tightrope.scheduler.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);

    private final PublicHolidays holidays = new PublicHolidays();

    @Test
    void aHolidayHasAName() {
        assertThat(holidays.on(NEW_YEAR, "SE")).contains("New Year's Day");
        assertThat(holidays.on(NEW_YEAR.plusDays(1), "SE")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX", "NYSE", "TARGET", "se-1"})
    void whatIsNoCountryHasNoHolidays(String country) {
        assertThat(holidays.on(NEW_YEAR, country)).isEmpty();
    }

    @Test
    void whatIsKeptIsBoundedWhateverIsAskedFor() {
        for (int asked = 0; asked < 1_000; asked++) {
            holidays.on(NEW_YEAR, UUID.randomUUID().toString());
            holidays.on(NEW_YEAR.withYear(3_000 + asked), "SE");
            holidays.on(NEW_YEAR.withYear(-asked), "SE");
        }

        assertThat(holidays.kept()).isZero();
        holidays.on(NEW_YEAR, "SE");
        assertThat(holidays.kept()).isEqualTo(1);
    }

    @Test
    void theFirstAndTheLastYearCount() {
        assertThat(holidays.on(NEW_YEAR.withYear(PublicHolidays.FIRST_YEAR), "SE"))
                .isPresent();
        assertThat(holidays.on(NEW_YEAR.withYear(PublicHolidays.LAST_YEAR), "SE"))
                .isPresent();
        assertThat(holidays.on(NEW_YEAR.withYear(PublicHolidays.LAST_YEAR + 1), "SE"))
                .isEmpty();
    }
}
