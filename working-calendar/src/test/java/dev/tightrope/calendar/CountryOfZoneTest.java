package dev.tightrope.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryOfZoneTest {

    /** Offsets, the military's and navigators' names, and zones that span countries. */
    private static final Pattern NOBODYS = Pattern.compile(
            "(Etc|SystemV)/.*|GMT0?|Greenwich|UCT|UTC|Universal|Zulu|CET|EET|MET|WET|EST|MST|HST|[A-Z]ST[0-9][A-Z]DT");

    @Test
    void everyZoneOfAPlaceHasItsCountry() {
        List<String> without = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !NOBODYS.matcher(id).matches())
                .filter(id -> CountryOfZone.of(ZoneId.of(id)).isEmpty())
                .sorted()
                .toList();
        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Stockholm, SE",
        "Europe/Kiev, UA",
        "Asia/Calcutta, IN",
        "US/Eastern, US",
        "Iceland, IS",
        "America/Buenos_Aires, AR"
    })
    void alsoByAnOlderName(String zone, String country) {
        assertThat(CountryOfZone.of(ZoneId.of(zone))).contains(country);
    }

    @Test
    void whatIsNoPlaceHasNone() {
        assertThat(CountryOfZone.of(ZoneId.of("UTC"))).isEmpty();
        assertThat(CountryOfZone.of(ZoneId.of("Etc/GMT+5"))).isEmpty();
    }
}
