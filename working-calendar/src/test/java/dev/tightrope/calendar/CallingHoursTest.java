package dev.tightrope.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallingHoursTest {
    private static final WorkingDays DAYS = new WorkingDays();
    private static final CallingHours HOURS = hours("08:00", "18:00");
    private static final CallingPlace STOCKHOLM = place("Europe/Stockholm", "SE");

    /** Whose week begins on Sunday, the day on which most clocks change. */
    private static final String WORKS_ON_SUNDAY = "EG";

    @ParameterizedTest(name = "{0} on {1}: {2} to {3}")
    @CsvSource({
        "Europe/Stockholm, 2026-03-27, 2026-03-27T07:00:00Z, 2026-03-27T17:00:00Z, before summer time",
        "Europe/Stockholm, 2026-03-30, 2026-03-30T06:00:00Z, 2026-03-30T16:00:00Z, in summer time",
        "Europe/Stockholm, 2026-10-26, 2026-10-26T07:00:00Z, 2026-10-26T17:00:00Z, after summer time",
        "Australia/Lord_Howe, 2026-10-02, 2026-10-01T21:30:00Z, 2026-10-02T07:30:00Z, half an hour before summer",
        "Australia/Lord_Howe, 2026-10-06, 2026-10-05T21:00:00Z, 2026-10-06T07:00:00Z, of half an hour",
        "Asia/Kathmandu, 2026-03-04, 2026-03-04T02:15:00Z, 2026-03-04T12:15:00Z, three quarters of an hour off",
        "Asia/Kolkata, 2026-03-04, 2026-03-04T02:30:00Z, 2026-03-04T12:30:00Z, half an hour off",
        "Pacific/Kiritimati, 2026-03-04, 2026-03-03T18:00:00Z, 2026-03-04T04:00:00Z, a day ahead of UTC",
        "Pacific/Niue, 2026-03-04, 2026-03-04T19:00:00Z, 2026-03-05T05:00:00Z, at the other side of the date line",
        "America/New_York, 2026-03-09, 2026-03-09T12:00:00Z, 2026-03-09T22:00:00Z, in their summer time",
    })
    void theHoursAreTheirs(String zone, LocalDate day, Instant opens, Instant closes, String why) {
        assertThat(HOURS.on(day, place(zone, null)))
                .as(why)
                .containsExactly(new CallingWindow(day, opens, closes, Duration.ofHours(2)));
    }

    @Test
    void nobodyIsCalledInAnHourThatDoesNotExist() {
        // 29 March 2026: two o'clock is three o'clock.
        CallingPlace stockholm = place("Europe/Stockholm", WORKS_ON_SUNDAY);
        LocalDate day = LocalDate.of(2026, 3, 29);
        assertThat(hours("02:10", "02:50").on(day, stockholm)).isEmpty();
        assertThat(hours("02:30", "04:00").on(day, stockholm))
                .singleElement()
                .satisfies(window -> assertThat(window.opens()).isEqualTo("2026-03-29T01:00:00Z"));
        assertThat(hours("01:00", "02:30").on(day, stockholm))
                .singleElement()
                .satisfies(window -> assertThat(window.closes()).isEqualTo("2026-03-29T01:00:00Z"));

        // 4 October 2026: two o'clock is half past two.
        CallingPlace lordHowe = place("Australia/Lord_Howe", WORKS_ON_SUNDAY);
        assertThat(hours("02:15", "02:45").on(LocalDate.of(2026, 10, 4), lordHowe))
                .singleElement()
                .satisfies(window -> assertThat(Duration.between(window.opens(), window.closes()))
                        .isEqualTo(Duration.ofMinutes(15)));
    }

    @Test
    void anHourThatComesTwiceOpensLateAndClosesEarly() {
        // 25 October 2026: three o'clock is two o'clock again.
        CallingPlace stockholm = place("Europe/Stockholm", WORKS_ON_SUNDAY);
        LocalDate day = LocalDate.of(2026, 10, 25);
        assertThat(hours("02:30", "04:00").on(day, stockholm))
                .singleElement()
                .satisfies(window -> assertThat(window.opens()).isEqualTo("2026-10-25T01:30:00Z"));
        assertThat(hours("01:00", "02:30").on(day, stockholm))
                .singleElement()
                .satisfies(window -> assertThat(window.closes()).isEqualTo("2026-10-25T00:30:00Z"));
        assertThat(hours("02:10", "02:50").on(day, stockholm)).isEmpty();
    }

    @Test
    void aDayThatDoesNotExistHasNoHours() {
        // Samoa went from Thursday to Saturday.
        CallingPlace apia = place("Pacific/Apia", null);
        LocalDate skipped = LocalDate.of(2011, 12, 30);
        for (CallingHours hours : List.of(HOURS, hours("00:00", "00:00"), hours("20:00", "00:00"))) {
            assertThat(hours.on(skipped, apia)).isEmpty();
            assertThat(hours.on(skipped.minusDays(1), apia)).hasSize(1);
        }
        assertThat(HOURS.after(Instant.parse("2011-12-30T05:00:00Z"), apia).findFirst())
                .hasValueSatisfying(next -> assertThat(next.day()).isEqualTo("2012-01-02"));
    }

    @Test
    void whateverTheClocksDoTheHoursAreThoseOnTheClockOnTheWall() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            Instant since = Instant.parse("2024-01-01T00:00:00Z");
            for (ZoneOffsetTransition change = zone.getRules().nextTransition(since);
                    change != null && change.getInstant().isBefore(Instant.parse("2027-01-01T00:00:00Z"));
                    change = zone.getRules().nextTransition(change.getInstant())) {
                onTheWall(change.getDateTimeBefore().toLocalDate(), zone);
                onTheWall(change.getDateTimeAfter().toLocalDate(), zone);
            }
        }
    }

    private static void onTheWall(LocalDate day, ZoneId zone) {
        CallingPlace place = whereTheyWorkOn(day, zone);
        List<Instant> moments = momentsOf(day, zone);
        for (int minute = 0; minute < 24 * 60; minute += 25) {
            LocalTime from = LocalTime.ofSecondOfDay(minute * 60L);
            LocalTime to = from.plusMinutes(50).isAfter(from) ? from.plusMinutes(50) : LocalTime.MIDNIGHT;
            List<CallingWindow> windows = new CallingHours(from, to, Duration.ZERO, DAYS).on(day, place);
            assertThat(moments.stream()
                            .filter(moment -> windows.stream().anyMatch(window -> window.contains(moment)))
                            .toList())
                    .as("%s on %s from %s to %s", zone, day, from, to)
                    .isEqualTo(insideFor(moments, from, to, zone));
            assertThat(windows)
                    .allSatisfy(window -> assertThat(moments)
                            .contains(window.opens(), window.closes().minusSeconds(300)));
        }
    }

    /** From the last moment of the day at which they begin, or that lies before them, to the first after them. */
    private static List<Instant> insideFor(List<Instant> moments, LocalTime from, LocalTime to, ZoneId zone) {
        List<LocalTime> wall = moments.stream()
                .map(moment -> moment.atZone(zone).toLocalTime())
                .toList();
        int first = 0;
        int end = moments.size();
        for (int at = 0; at < wall.size(); at++) {
            if (!wall.get(at).isAfter(from)) {
                first = wall.get(at).equals(from) ? at : at + 1;
            }
            if (end == wall.size()
                    && !to.equals(LocalTime.MIDNIGHT)
                    && !wall.get(at).isBefore(to)) {
                end = at;
            }
        }
        return first < end ? moments.subList(first, end) : List.of();
    }

    /** Every five minutes of the day there, in order. */
    private static List<Instant> momentsOf(LocalDate day, ZoneId zone) {
        Instant noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return Stream.iterate(noon.minus(Duration.ofHours(36)), moment -> moment.plusSeconds(300))
                .limit(72 * 12)
                .filter(moment -> moment.atZone(zone).toLocalDate().equals(day))
                .toList();
    }

    private static CallingPlace whereTheyWorkOn(LocalDate day, ZoneId zone) {
        return Stream.of("XX", "NP", "BN")
                .map(country -> place(zone.getId(), country))
                .filter(place -> HOURS.dayOff(day, place).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thereAreHoursOnWorkingDaysOnly() {
        // Good Friday to Easter Monday.
        Instant thursdayEvening = Instant.parse("2026-04-02T16:00:00Z");
        assertThat(HOURS.openAt(thursdayEvening.minusSeconds(1), STOCKHOLM)).isPresent();
        assertThat(HOURS.openAt(thursdayEvening, STOCKHOLM)).isEmpty();
        assertThat(next(thursdayEvening, STOCKHOLM)).isEqualTo("2026-04-07T06:00:00Z");
        assertThat(HOURS.dayOff(LocalDate.of(2026, 4, 3), STOCKHOLM)).contains("Good Friday");
        assertThat(HOURS.dayOff(LocalDate.of(2026, 4, 4), STOCKHOLM)).contains("weekend");
    }

    @ParameterizedTest
    @CsvSource({
        "SA, Asia/Riyadh, 2026-09-03T15:00:00Z, 2026-09-06T05:00:00Z",
        "SE, Asia/Riyadh, 2026-09-03T15:00:00Z, 2026-09-04T05:00:00Z",
    })
    void theWeekendIsTheirs(String country, String zone, Instant thursdayEvening, Instant opens) {
        assertThat(next(thursdayEvening, place(zone, country))).isEqualTo(opens);
    }

    @Test
    void aDayThatEndsAtMidnightIsOpenUntilThen() {
        CallingHours evening = hours("20:00", "00:00");
        Instant lastSecond = Instant.parse("2026-03-04T22:59:59Z");
        assertThat(evening.openAt(lastSecond, STOCKHOLM)).isPresent();
        assertThat(evening.openAt(lastSecond.plusSeconds(1), STOCKHOLM)).isEmpty();
        // 25 October 2026: midnight in Beirut is eleven again; 1 November in Havana, one is midnight again.
        CallingHours always = hours("00:00", "00:00");
        CallingPlace beirut = place("Asia/Beirut", "DJ");
        assertThat(always.openAt(Instant.parse("2026-10-24T21:30:00Z"), beirut))
                .hasValueSatisfying(window -> assertThat(window.day()).isEqualTo("2026-10-24"));
        CallingPlace havana = place("America/Havana", "DJ");
        assertThat(always.openAt(Instant.parse("2026-11-01T03:59:59Z"), havana))
                .hasValueSatisfying(window -> assertThat(window.closes()).isEqualTo("2026-11-01T04:00:00Z"));
        assertThat(always.openAt(Instant.parse("2026-11-01T04:30:00Z"), havana)).isEmpty();
    }

    @Test
    void theHolidaysAreThoseOfTheirRegion() {
        List<ZoneId> berlin = List.of(ZoneId.of("Europe/Berlin"));
        LocalDate epiphany = LocalDate.of(2026, 1, 6);
        assertThat(HOURS.on(epiphany, new CallingPlace(berlin, "DE", "DE-BY"))).isEmpty();
        assertThat(HOURS.on(epiphany, new CallingPlace(berlin, "DE", "DE-BE"))).hasSize(1);
    }

    @Test
    void whoseCountryIsUnknownIsOffOnSaturdayAndSundayOnly() {
        CallingPlace nowhere = place("UTC", null);
        assertThat(HOURS.on(LocalDate.of(2027, 1, 1), nowhere)).hasSize(1);
        assertThat(HOURS.on(LocalDate.of(2027, 1, 2), nowhere)).isEmpty();
        assertThat(HOURS.on(LocalDate.of(2027, 1, 1), place("UTC", "XX"))).hasSize(1);
    }

    @Test
    void ofSeveralZonesOnlyHoursThatSuitAllCount() {
        CallingPlace america = anyOf("US", "America/New_York", "America/Los_Angeles", "Pacific/Honolulu");
        assertThat(HOURS.on(LocalDate.of(2026, 3, 4), america))
                .extracting(CallingWindow::opens, CallingWindow::closes)
                .containsExactly(tuple(Instant.parse("2026-03-04T18:00:00Z"), Instant.parse("2026-03-04T23:00:00Z")));
        // Where it is Saturday already in one of them, nobody is called.
        CallingPlace kiribati = anyOf("KI", "Pacific/Kiritimati", "Pacific/Tarawa");
        assertThat(HOURS.after(Instant.parse("2026-03-12T12:00:00Z"), kiribati)
                        .limit(2)
                        .map(CallingWindow::day)
                        .toList())
                .containsExactly(LocalDate.of(2026, 3, 13), LocalDate.of(2026, 3, 16));
        // From Kaliningrad to Kamchatka no working hour is common.
        CallingPlace russia = anyOf("RU", "Europe/Kaliningrad", "Asia/Kamchatka");
        assertThat(HOURS.after(Instant.parse("2026-03-05T12:00:00Z"), russia)).isEmpty();
    }

    @Test
    void theEdgesOfTheDayAreKnown() {
        CallingWindow window = HOURS.on(LocalDate.of(2026, 3, 4), STOCKHOLM).get(0);
        assertThat(window.atEdge(window.opens().minusSeconds(1))).isFalse();
        assertThat(window.atEdge(window.opens())).isTrue();
        assertThat(window.atEdge(Instant.parse("2026-03-04T09:00:00Z"))).isFalse();
        assertThat(window.atEdge(Instant.parse("2026-03-04T15:00:00Z"))).isTrue();
        assertThat(window.atEdge(window.closes())).isFalse();
        assertThat(new CallingWindow(window.day(), window.opens(), window.closes(), Duration.ofHours(9)).edge())
                .isEqualTo(Duration.ofHours(5));
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> hours("18:00", "08:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CallingHours(LocalTime.NOON, LocalTime.MAX, Duration.ofHours(-1), DAYS));
        assertThatIllegalArgumentException().isThrownBy(() -> new CallingPlace(List.of(), null, null));
    }

    private static Instant next(Instant moment, CallingPlace place) {
        return HOURS.after(moment, place).findFirst().orElseThrow().opens();
    }

    private static CallingHours hours(String from, String to) {
        return new CallingHours(LocalTime.parse(from), LocalTime.parse(to), Duration.ofHours(2), DAYS);
    }

    private static CallingPlace place(String zone, @Nullable String country) {
        return new CallingPlace(List.of(ZoneId.of(zone)), country, null);
    }

    private static CallingPlace anyOf(String country, String... zones) {
        return new CallingPlace(Stream.of(zones).map(ZoneId::of).toList(), country, null);
    }
}
