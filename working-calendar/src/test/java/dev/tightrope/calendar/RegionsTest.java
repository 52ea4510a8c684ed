package dev.tightrope.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
    private final PublicHolidays holidays = new PublicHolidays();

    @ParameterizedTest(name = "{3} on {0} in {1}, not in {2}")
    @CsvSource({
        "2026-01-06, DE-BY, DE-BE, Epiphany",
        "2026-03-31, US-CA, US-NY, César Chávez's Birthday",
        "2026-09-10, CH-GE, CH-ZH, Genevan Fast",
        "2026-11-30, GB-SCT, GB-ENG, St. Andrew's Day",
        "2026-09-11, ES-CT, ES-MD, Regional holiday",
        "2026-06-24, CA-QC, CA-ON, Saint-Jean-Baptiste Day",
    })
    void aRegionHasDaysOfItsOwn(LocalDate day, String region, String other, String name) {
        String country = Regions.countryOf(region);
        assertThat(holidays.on(day, country, region)).contains(name);
        assertThat(holidays.on(day, country, other)).isEmpty();
        assertThat(holidays.on(day, country, null)).isEmpty();
    }

    @Test
    void aRegionKeepsTheDaysOfItsCountryToo() {
        assertThat(holidays.on(LocalDate.of(2026, 10, 3), "DE", "DE-BY")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE-XX", "SE-AB", "DE-", "D", "", "XX-YY", "AT-9-1", "CH-ZH"})
    void anUnknownRegionHasTheDaysOfTheCountryAsked(String region) {
        assertThat(holidays.on(LocalDate.of(2026, 10, 3), "DE", region)).isPresent();
        assertThat(holidays.on(LocalDate.of(2026, 1, 6), "DE", region)).isEmpty();
    }

    @Test
    void theRegionsOfACountryAreTold() {
        assertThat(Regions.of("DE")).hasSize(16).contains("DE-BY", "DE-BE");
        assertThat(Regions.of("AT")).contains("AT-1", "AT-9");
        assertThat(Regions.of("FR")).contains("FR-2A");
        assertThat(Regions.of("SE")).isEmpty();
        assertThat(Regions.of("XX")).isEmpty();
        assertThat(Regions.of("")).isEmpty();
    }

    @Test
    void everyRegionTheLibraryKnowsHasDays() {
        for (String country : Locale.getISOCountries()) {
            for (String region : Regions.of(country)) {
                assertThat(Regions.countryOf(region)).isEqualTo(country);
                holidays.on(LocalDate.of(2026, 1, 1), country, region);
            }
        }
        assertThat(holidays.kept()).isGreaterThan(500);
    }

    @Test
    void whatIsKeptIsBoundedWhateverRegionIsAskedFor() {
        for (int asked = 0; asked < 1_000; asked++) {
            holidays.on(LocalDate.of(2026, 1, 6), "DE", "DE-" + asked);
        }
        assertThat(holidays.kept()).isEqualTo(1);
    }
}
