package dev.tightrope.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikelyZonesTest {
    @ParameterizedTest
    @CsvSource({
        "SE, Europe/Stockholm",
        "ES, Europe/Madrid",
        "PT, Europe/Lisbon",
        "CN, Asia/Shanghai",
        "NZ, Pacific/Auckland",
        "DE, Europe/Berlin",
        "EC, America/Guayaquil",
        "CL, America/Santiago",
        "ID, Asia/Jakarta Asia/Pontianak Asia/Makassar",
        "CD, Africa/Kinshasa Africa/Lubumbashi",
        "XX, ''",
    })
    void outlyingZonesDoNotCount(String country, String zones) {
        assertThat(LikelyZones.ofCountry(country)).isEqualTo(zones(zones));
    }

    @ParameterizedTest
    @CsvSource({
        "US, America/New_York, Pacific/Honolulu",
        "AU, Australia/Sydney, Australia/Lord_Howe",
        "BR, America/Sao_Paulo, America/Noronha",
        "CA, America/Toronto, America/St_Johns",
        "RU, Europe/Moscow, Asia/Kamchatka",
        "MX, America/Mexico_City, America/Tijuana",
    })
    void theZoneOfMostPeopleIsTheFirst(String country, String first, String outlying) {
        assertThat(LikelyZones.ofCountry(country))
                .startsWith(ZoneId.of(first))
                .hasSizeGreaterThan(1)
                .doesNotContain(ZoneId.of(outlying));
    }

    @ParameterizedTest
    @CsvSource({
        "AU-NSW, Australia/Sydney",
        "AU-WA, Australia/Perth",
        "RU-MOW, Europe/Moscow",
        "RU-KAM, Asia/Kamchatka",
        "US-CA, America/Los_Angeles",
        "US-HI, Pacific/Honolulu",
        "US-TN, America/New_York America/Chicago",
        "CA-BC, America/Vancouver",
        "CA-NL, America/St_Johns America/Goose_Bay",
        "BR-SP, America/Sao_Paulo",
        "BR-AM, America/Manaus",
        "MX-BCN, America/Tijuana",
        "ES-CN, Atlantic/Canary",
        "ES-MD, Europe/Madrid",
        "PT-20, Atlantic/Azores",
        "PT-11, Europe/Lisbon",
        "DE-BY, Europe/Berlin",
        "SE-AB, Europe/Stockholm",
        "US-XX, ''",
        "ID-XX, ''",
        "XX-YY, ''",
    })
    void aRegionHasItsZone(String region, String zones) {
        assertThat(LikelyZones.ofRegion(region)).isEqualTo(zones(zones));
    }

    @Test
    void everyPartOfCountriesWithManyZonesHasItsOwn() {
        for (String country : List.of("US", "CA", "AU", "BR", "ES")) {
            assertThat(Regions.of(country))
                    .as(country)
                    .isNotEmpty()
                    .allSatisfy(
                            region -> assertThat(LikelyZones.ofRegion(region)).isNotEmpty());
        }
    }

    @Test
    void olderNamesAreTakenForTheCurrent() {
        assertThat(LikelyZones.among(zones("Asia/Calcutta"))).isEqualTo(zones("Asia/Kolkata"));
        assertThat(LikelyZones.among(zones("US/Pacific US/Eastern")))
                .isEqualTo(zones("America/New_York America/Los_Angeles"));
        assertThat(LikelyZones.among(zones("Etc/GMT+5 NZ"))).isEqualTo(zones("Pacific/Auckland Etc/GMT+5"));
        assertThat(Stream.of(Locale.getISOCountries()).flatMap(country -> LikelyZones.ofCountry(country).stream()))
                .extracting(ZoneId::getId)
                .allMatch(id -> id.contains("/"));
    }

    @Test
    void anOutlyingZoneCountsWhereNoOtherIsPossible() {
        assertThat(LikelyZones.among(zones("Atlantic/Canary"))).isEqualTo(zones("Atlantic/Canary"));
        assertThat(LikelyZones.among(zones("America/Adak America/Anchorage")))
                .isEqualTo(zones("America/Anchorage America/Adak"));
        assertThat(LikelyZones.among(zones("Atlantic/Canary Europe/Madrid"))).isEqualTo(zones("Europe/Madrid"));
    }

    private static List<ZoneId> zones(String names) {
        return names.isEmpty()
                ? List.of()
                : Stream.of(names.split(" ")).map(ZoneId::of).toList();
    }
}
