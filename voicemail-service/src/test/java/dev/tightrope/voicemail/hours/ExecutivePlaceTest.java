package dev.tightrope.voicemail.hours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.calendar.CallingHours;
import dev.tightrope.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutivePlaceTest {
    private static final Instant WINTER = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SWEDISH_MOBILE = "+46701234567";

    @ParameterizedTest(name = "{5}")
    @CsvSource(
            nullValues = "-",
            value = {
                // zone, region, prospect's country, number -> zone, told as, country
                "Asia/Tokyo, -, SE, +46701234567, Asia/Tokyo;RECORD;JP, the record wins",
                "Asia/Tokyo, DE-BY, SE, +46701234567, Asia/Tokyo;RECORD;DE, the region says whose holidays count",
                "UTC, -, SE, +46701234567, UTC;RECORD;SE, a zone of no country leaves the company's",
                "Mars/Olympus, -, SE, +46701234567, Europe/Stockholm;NUMBER;SE, a zone nobody knows is none",
                "-, -, SE, +46701234567, Europe/Stockholm;NUMBER;SE, a Swedish number",
                "-, -, DE, +46701234567, Europe/Stockholm;NUMBER;DE, a Swedish number of a German company",
                "-, -, -, +46701234567, Europe/Stockholm;NUMBER;SE, the number tells the country too",
                "-, -, GB, +447400123456, Europe/London;NUMBER;GB, its islands are other countries",
                "-, -, US, +12125550123, America/New_York;NUMBER;US, an area of one zone",
                "-, -, US, +18085550123, Pacific/Honolulu;NUMBER;US, an area far away",
                "-, US-HI, -, +18085550123, Pacific/Honolulu;REGION;US, the region's country",
                "-, US-CA, US, +12125550123, America/Los_Angeles;REGION;US, a number moves with its owner",
                "-, AU-NSW, AU, +61491570156, Australia/Sydney;REGION;AU, a mobile of a region",
                "-, RU-MOW, RU, +79161234567, Europe/Moscow;REGION;RU, a mobile of Moscow",
                "-, DE-BY, DE, +46701234567, Europe/Berlin;REGION;DE, a region of a country of one zone",
                "-, ES-CN, ES, +34612345678, Atlantic/Canary;REGION;ES, an outlying region",
                "-, US-XX, US, +12125550123, America/New_York;NUMBER;US, a region that tells no zone",
                "-, -, ES, +34612345678, Europe/Madrid;NUMBER;ES, a mobile of mainland or islands",
                "-, -, ES, +34928123456, Atlantic/Canary;NUMBER;ES, a number of the islands",
                "-, -, PT, +351912345678, Europe/Lisbon;NUMBER;PT, Azores aside",
                "-, -, NZ, +6421123456, Pacific/Auckland;NUMBER;NZ, Chatham aside",
                "-, -, CL, +56912345678, America/Santiago;COUNTRY;CL, Easter Island aside",
                "-, -, IN, +919812345678, Asia/Kolkata;NUMBER;IN, the zone's current name",
                "-, -, SE, +80012345678, Europe/Stockholm;COUNTRY;SE, a number of the whole world",
                "-, -, -, +80012345678, America/Lima;REP;-, nothing known",
            })
    void theBestThatIsKnownCounts(
            @Nullable String zone,
            @Nullable String region,
            @Nullable String country,
            String phone,
            String expected,
            String why) {
        ExecutivePlace place = of(zone, region, country, phone);
        assertThat(place.zoneAt(WINTER).map(ZoneId::getId).orElse("several") + ";" + place.zoneFrom() + ";"
                        + (place.calling().country() == null
                                ? "-"
                                : place.calling().country()))
                .as(why)
                .isEqualTo(expected);
        assertThat(place.calling().region()).isEqualTo(region);
    }

    @Test
    void ofANumberThatMayLieInSeveralZonesOnlyHoursThatSuitAllCount() {
        ExecutivePlace australia = of(null, null, "AU", "+61491570156");
        assertThat(australia.zoneFrom()).isEqualTo(ZoneFrom.NUMBER);
        assertThat(australia.zoneAt(WINTER)).isEmpty();
        // Ten in Perth is one in Melbourne.
        assertThat(hours().on(LocalDate.of(2026, 3, 4), australia.calling()))
                .singleElement()
                .satisfies(window -> {
                    assertThat(at("Australia/Perth", window.opens())).isAfterOrEqualTo(LocalTime.of(8, 0));
                    assertThat(at("Australia/Sydney", window.closes())).isBeforeOrEqualTo(LocalTime.of(18, 0));
                });
    }

    @Test
    void outlyingZonesDoNotCostTheOthersTheirHours() {
        // Moscow to Yakutsk is six hours; with Kaliningrad and Kamchatka it would be ten.
        ExecutivePlace russia = of(null, null, "RU", "+79161234567");
        assertThat(hours().on(LocalDate.of(2026, 3, 4), russia.calling()))
                .singleElement()
                .satisfies(window -> {
                    assertThat(at("Europe/Moscow", window.opens())).isEqualTo("08:00");
                    assertThat(at("Europe/Moscow", window.closes())).isEqualTo("12:00");
                });
        assertThat(of(null, null, "US", "+80012345678").calling().mainZone()).hasToString("America/New_York");
    }

    @Test
    void whereNoHourSuitsAllNobodyIsCalledBeforeTheZoneIsRecorded() {
        ExecutivePlace russia = of(null, null, "RU", "+80012345678");
        assertThat(russia.zoneFrom()).isEqualTo(ZoneFrom.COUNTRY);
        CallingHours morning = hours(8, 12);
        assertThat(morning.after(WINTER, russia.calling())).isEmpty();
        assertThat(morning.after(
                        WINTER, of("Europe/Moscow", null, "RU", "+80012345678").calling()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"SE, true", "US, true", "IL, false", "KR, false", "CN, false", "-, false"})
    void whereHolidaysAreNotKnownThatIsSaid(@Nullable String country, boolean known) {
        assertThat(of(null, null, country, "+80012345678").holidaysKnown()).isEqualTo(known);
    }

    @Test
    void aZoneTheRepDoesNotHaveIsUtc() {
        assertThat(ExecutivePlace.of(new ExecutivePlace.Known(null, null, null, "none", null))
                        .calling()
                        .mainZone())
                .isEqualTo(java.time.ZoneOffset.UTC);
        assertThat(of(null, null, null, SWEDISH_MOBILE).zoneFrom()).isEqualTo(ZoneFrom.NUMBER);
    }

    private static LocalTime at(String zone, Instant moment) {
        return moment.atZone(ZoneId.of(zone)).toLocalTime();
    }

    private static CallingHours hours() {
        return hours(8, 18);
    }

    private static CallingHours hours(int from, int to) {
        return new CallingHours(LocalTime.of(from, 0), LocalTime.of(to, 0), Duration.ofHours(2), new WorkingDays());
    }

    private static ExecutivePlace of(
            @Nullable String zone, @Nullable String region, @Nullable String country, String phone) {
        return ExecutivePlace.of(new ExecutivePlace.Known(zone, region, country, phone, "America/Lima"));
    }
}
