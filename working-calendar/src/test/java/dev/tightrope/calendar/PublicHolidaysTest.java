package dev.tightrope.calendar;

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
        assertThat(holidays.on(NEW_YEAR, "SE", null)).contains("New Year's Day");
        assertThat(holidays.on(NEW_YEAR.plusDays(1), "SE", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XX", "NYSE", "TARGET", "se-1"})
    void whatIsNoCountryHasNoHolidays(String country) {
        assertThat(holidays.on(NEW_YEAR, country, null)).isEmpty();
    }

    @Test
    void whatIsKeptIsBoundedWhateverIsAskedFor() {
        for (int asked = 0; asked < 1_000; asked++) {
            holidays.on(NEW_YEAR, UUID.randomUUID().toString(), null);
            holidays.on(NEW_YEAR.withYear(3_000 + asked), "SE", null);
            holidays.on(NEW_YEAR.withYear(-asked), "SE", null);
        }

        assertThat(holidays.kept()).isZero();
        holidays.on(NEW_YEAR, "SE", null);
        assertThat(holidays.kept()).isEqualTo(1);
    }

    @Test
    void theFirstAndTheLastYearCount() {
        assertThat(holidays.on(NEW_YEAR.withYear(PublicHolidays.FIRST_YEAR), "SE", null))
                .isPresent();
        assertThat(holidays.on(NEW_YEAR.withYear(PublicHolidays.LAST_YEAR), "SE", null))
                .isPresent();
        assertThat(holidays.on(NEW_YEAR.withYear(PublicHolidays.LAST_YEAR + 1), "SE", null))
                .isEmpty();
    }
}
