package dev.tightrope.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "US, 2027-12-31, New Year's Day, of next year: 1 January 2028 is a Saturday",
        "US, 2026-07-03, Independence Day, observed on the Friday before",
        "GB, 2026-12-28, Boxing Day, observed on the Monday after",
        "GB, 2026-04-06, Easter Monday in most regions, not in Scotland",
        "CH, 2026-04-03, Good Friday in most regions, not in Ticino and Valais",
        "CA, 2026-10-12, Thanksgiving Day in most regions, left to the provinces",
        "AU, 2026-06-08, Queen's birthday in most regions, not in Western Australia and Queensland",
    })
    void aDayOffIsOne(String country, LocalDate day, String name, String why) {
        assertThat(holidays.on(day, country, null)).as(why).contains(name);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "AT, 2026-12-24, an observance",
        "NL, 2026-04-03, an observance",
        "DE, 2026-01-06, in three of sixteen regions",
        "FI, 2026-06-09, in the only region listed",
        "GB, 2026-11-30, in Scotland",
        "US, 2027-01-02, the day after the New Year",
    })
    void aDayOnWhichMostWorkIsNone(String country, LocalDate day, String why) {
        assertThat(holidays.on(day, country, null)).as(why).isEmpty();
    }

    @Test
    void whoseRegionIsKnownHasItsDays() {
        LocalDate easterMonday = LocalDate.of(2026, 4, 6);
        assertThat(holidays.on(easterMonday, "GB", "GB-SCT")).isEmpty();
        assertThat(holidays.on(easterMonday, "GB", "GB-ENG")).contains("Easter Monday");
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
