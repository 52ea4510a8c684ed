package dev.tightrope.scheduler.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {
    private final WorkingCalendar calendar = new WorkingCalendar(LocalTime.of(8, 0));

    @ParameterizedTest(name = "{0} in {1} -> {2}: {3}")
    @CsvSource({
        // moment (local), zone, next working morning (local), why
        "2026-03-04T07:59, Europe/Stockholm, 2026-03-04T08:00, before the morning of a working day",
        "2026-03-04T08:00, Europe/Stockholm, 2026-03-04T08:00, the morning itself",
        "2026-03-04T08:00:01, Europe/Stockholm, 2026-03-05T08:00, a second too late",
        "2026-03-06T15:00, Europe/Stockholm, 2026-03-09T08:00, over the weekend",
        "2026-04-02T15:00, Europe/Stockholm, 2026-04-07T08:00, over Easter from Good Friday to Easter Monday",
        "2026-12-23T12:00, Europe/Stockholm, 2026-12-28T08:00, over Christmas and the weekend after it",
        "2026-12-31T09:00, Europe/Berlin, 2027-01-04T08:00, over New Year and a weekend",
        "2026-07-02T12:00, America/New_York, 2026-07-06T08:00, Independence Day observed on the Friday before",
        "2027-12-30T12:00, America/New_York, 2028-01-03T08:00, New Year observed on the last day of the old year",
        "2026-11-25T20:00, America/New_York, 2026-11-27T08:00, over Thanksgiving",
        "2026-07-13T12:00, Europe/Paris, 2026-07-15T08:00, over the fourteenth of July",
        "2026-10-11T12:00, Europe/Madrid, 2026-10-13T08:00, over a Sunday and the Spanish national day",
        "2026-10-11T12:00, Europe/London, 2026-10-12T08:00, which is a working day in Britain",
        "2026-09-03T12:00, Asia/Riyadh, 2026-09-06T08:00, over the Saudi weekend of Friday and Saturday",
        "2026-03-27T12:00, UTC, 2026-03-30T08:00, of a zone without country only weekends are off",
    })
    void nextWorkingMorning(String moment, String zoneName, String expected, String why) {
        ZoneId zone = ZoneId.of(zoneName);
        Instant from = java.time.LocalDateTime.parse(moment).atZone(zone).toInstant();

        assertThat(calendar.workingMorningAtOrAfter(from, WorkingPlace.of(zone, null)))
                .as(why)
                .isEqualTo(java.time.LocalDateTime.parse(expected).atZone(zone));
    }

    @Test
    void theMorningKeepsItsHourWhenTheClocksChange() {
        WorkingPlace stockholm = WorkingPlace.of(ZoneId.of("Europe/Stockholm"), null);

        // Summer time begins on Sunday 29 March 2026 and ends on Sunday 25 October 2026.
        assertThat(calendar.workingMorningAtOrAfter(Instant.parse("2026-03-27T12:00:00Z"), stockholm)
                        .toInstant())
                .isEqualTo("2026-03-30T06:00:00Z");
        assertThat(calendar.workingMorningAtOrAfter(Instant.parse("2026-10-23T12:00:00Z"), stockholm)
                        .toInstant())
                .isEqualTo("2026-10-26T07:00:00Z");
    }

    @Test
    void aMorningInsideTheGapOfSummerTimeBeginsAfterTheGap() {
        // Cairo goes from 00:00 to 01:00 on Friday 24 April 2026; taken as Germany, that Friday is a working day.
        WorkingCalendar atMidnight = new WorkingCalendar(LocalTime.MIDNIGHT);
        ZonedDateTime morning = atMidnight.workingMorningAtOrAfter(
                Instant.parse("2026-04-23T12:00:00Z"), new WorkingPlace(ZoneId.of("Africa/Cairo"), "DE"));

        assertThat(morning.toLocalDateTime()).isEqualTo("2026-04-24T01:00");
    }

    @ParameterizedTest(name = "{1} in {0}: {4}")
    @CsvSource({
        // zone, morning, moment, begins, why; everywhere they work on Sundays, when clocks change
        "Asia/Beirut, 00:00, 2026-03-28T12:00:00Z, 2026-03-29T01:00+03:00, summer time skips midnight",
        "America/Havana, 00:00, 2026-10-31T12:00:00Z, 2026-11-01T00:00-04:00, midnight comes twice: the first",
        "America/Havana, 00:00, 2026-11-01T04:30:00Z, 2026-11-02T00:00-05:00, and the second is no other morning",
        "Australia/Lord_Howe, 02:15, 2026-10-03T12:00:00Z, 2026-10-04T02:45+11:00, a gap of half an hour",
        "Australia/Lord_Howe, 01:45, 2026-04-04T12:00:00Z, 2026-04-05T01:45+11:00, half an hour comes twice",
    })
    void aMorningComesOnceADayHoweverTheClocksChange(
            String zone, LocalTime startsAt, Instant moment, OffsetDateTime begins, String why) {
        WorkingTimes times = new WorkingTimes(EnumSet.allOf(DayOfWeek.class), startsAt, null, null);
        WorkingPlace place = new WorkingPlace(ZoneId.of(zone), null).with(times, List.of(), Set.of());

        assertThat(calendar.workingMorningAtOrAfter(moment, place).toOffsetDateTime())
                .as(why)
                .isEqualTo(begins);
    }

    @Test
    void aYearAwayIsNoReasonToGiveUp() {
        LocalDate first = LocalDate.of(2026, 3, 2);
        Set<LocalDate> away = first.datesUntil(first.plusDays(366)).collect(Collectors.toSet());
        WorkingPlace place = new WorkingPlace(ZoneOffset.UTC, null).with(WorkingTimes.OF_THE_COUNTRY, List.of(), away);

        assertThat(calendar.workingMorningAtOrAfter(Instant.parse("2026-03-02T08:00:00Z"), place))
                .isEqualTo("2027-03-03T08:00Z");
    }

    @Test
    void aCountryNobodyHasACalendarOfHasWeekendsOnly() {
        WorkingPlace nowhere = new WorkingPlace(ZoneOffset.UTC, "XX");

        assertThat(calendar.dayOff(LocalDate.of(2026, 12, 25), nowhere)).isEmpty();
        assertThat(calendar.dayOff(LocalDate.of(2026, 12, 26), nowhere)).contains("weekend");
    }

    @Test
    void observancesAndRegionalHolidaysAreWorkingDays() {
        WorkingPlace germany = WorkingPlace.of(ZoneId.of("Europe/Berlin"), null);

        assertThat(calendar.dayOff(LocalDate.of(2026, 1, 6), germany))
                .as("Epiphany is a holiday in three states only")
                .isEmpty();
        assertThat(calendar.dayOff(LocalDate.of(2026, 10, 3), germany)).isPresent();
        assertThat(calendar.dayOff(LocalDate.of(2026, 5, 1), germany)).isPresent();
    }

    @Test
    void whateverTheMomentTheMorningIsTheFirstWorkingOneAtOrAfterIt() {
        List<WorkingPlace> places = List.of(
                WorkingPlace.of(ZoneId.of("Europe/Stockholm"), null),
                WorkingPlace.of(ZoneId.of("America/Los_Angeles"), null),
                WorkingPlace.of(ZoneId.of("Asia/Tokyo"), null),
                WorkingPlace.of(ZoneId.of("Australia/Sydney"), null),
                WorkingPlace.of(ZoneId.of("Asia/Kolkata"), null),
                WorkingPlace.of(ZoneId.of("America/Sao_Paulo"), null));
        Random random = new Random(20260301);
        for (int round = 0; round < 3_000; round++) {
            WorkingPlace place = places.get(random.nextInt(places.size()));
            Instant moment = Instant.parse("2025-01-01T00:00:00Z").plusSeconds(random.nextInt(4 * 366 * 86_400));
            ZonedDateTime morning = calendar.workingMorningAtOrAfter(moment, place);

            assertThat(morning.toInstant()).isAfterOrEqualTo(moment);
            assertThat(morning.toLocalTime()).isEqualTo(LocalTime.of(8, 0));
            assertThat(morning.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(calendar.dayOff(morning.toLocalDate(), place)).isEmpty();
            LocalDate first = moment.atZone(place.zone()).toLocalDate();
            for (LocalDate day = first; day.isBefore(morning.toLocalDate()); day = day.plusDays(1)) {
                boolean tooLateThatDay = day.equals(first)
                        && moment.isAfter(day.atTime(8, 0).atZone(place.zone()).toInstant());
                assertThat(tooLateThatDay || calendar.dayOff(day, place).isPresent())
                        .as("%s was passed over from %s at %s", day, moment, place)
                        .isTrue();
            }
        }
    }
}
