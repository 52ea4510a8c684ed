package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.calendar.CallingHours;
import dev.tightrope.calendar.CallingPlace;
import dev.tightrope.calendar.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTimeTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final CallingPlace STOCKHOLM = new CallingPlace(List.of(ZONE), "SE", null);
    private static final CallingHours HOURS =
            new CallingHours(LocalTime.of(8, 0), LocalTime.of(18, 0), Duration.ofHours(2), new WorkingDays());

    @ParameterizedTest(name = "{0}, planned {1}: {7}")
    @CsvSource(
            nullValues = "-",
            value = {
                // now, planned (local) -> open, edge, from, until, changed (local), why
                "2026-03-02T08:00, -, true, true, 2026-03-02T08:00, 2026-03-02T18:00, 2026-03-02T08:00, it opens",
                "2026-03-02T11:00, -, true, false, 2026-03-02T08:00, 2026-03-02T18:00, 2026-03-02T10:00, midday",
                "2026-03-02T16:30, -, true, true, 2026-03-02T08:00, 2026-03-02T18:00, 2026-03-02T16:00, the last hours",
                "2026-03-02T18:00, -, false, false, 2026-03-03T08:00, 2026-03-03T18:00, 2026-03-02T18:00, it closes",
                "2026-03-03T03:00, -, false, false, 2026-03-03T08:00, 2026-03-03T18:00, 2026-03-03T00:00, at night",
                "2026-03-06T20:00, -, false, false, 2026-03-09T08:00, 2026-03-09T18:00, 2026-03-06T18:00, a Friday night",
                "2026-03-08T09:00, -, false, false, 2026-03-09T08:00, 2026-03-09T18:00, 2026-03-08T08:00, next within a day",
                "2026-04-03T12:00, -, false, false, 2026-04-07T08:00, 2026-04-07T18:00, 2026-04-03T00:00, Good Friday",
                "2026-03-02T11:00, 2026-03-02T16:00, false, false, 2026-03-02T16:00, 2026-03-02T18:00, 2026-03-02T10:00, planned",
                "2026-03-02T16:00, 2026-03-02T16:00, true, true, 2026-03-02T16:00, 2026-03-02T18:00, 2026-03-02T16:00, due",
                "2026-03-02T13:00, 2026-03-02T12:30, true, false, 2026-03-02T12:30, 2026-03-02T18:00, 2026-03-02T12:30, due since",
                "2026-03-02T21:00, 2026-03-02T20:00, false, false, 2026-03-03T08:00, 2026-03-03T18:00, 2026-03-02T20:00, planned at night",
            })
    void theClockDecides(
            LocalDateTime now,
            @Nullable LocalDateTime planned,
            boolean open,
            boolean edge,
            LocalDateTime from,
            LocalDateTime until,
            LocalDateTime changed,
            String why) {
        CallTime time =
                CallTime.of(STOCKHOLM, there(now), planned == null ? null : there(planned), List.of(), HOURS, 3);
        assertThat(time.open()).as(why).isEqualTo(open);
        assertThat(time.atEdge()).as(why).isEqualTo(edge);
        assertThat(time.from()).as(why).isEqualTo(there(from));
        assertThat(time.until()).as(why).isEqualTo(there(until));
        assertThat(time.changedAt()).as(why).isEqualTo(there(changed));
    }

    @Test
    void aDayOffHasItsName() {
        assertThat(at("2026-04-03T12:00").dayOff()).isEqualTo("Good Friday");
        assertThat(at("2026-04-04T12:00").dayOff()).isEqualTo("weekend");
        assertThat(at("2026-04-07T12:00").dayOff()).isNull();
    }

    @Test
    void aNumberIsNotCalledMoreOftenThanMayBeOnADayThere() {
        List<Instant> calls = Stream.of("2026-03-01T23:59", "2026-03-02T08:00", "2026-03-02T09:00", "2026-03-02T10:00")
                .map(LocalDateTime::parse)
                .map(CallTimeTest::there)
                .toList();
        Instant now = there(LocalDateTime.parse("2026-03-02T12:00"));

        assertThat(CallTime.of(STOCKHOLM, now, null, calls.subList(0, 3), HOURS, 3)
                        .open())
                .isTrue();
        CallTime limited = CallTime.of(STOCKHOLM, now, null, calls, HOURS, 3);
        assertThat(limited.open()).isFalse();
        assertThat(limited.limited()).isTrue();
        assertThat(limited.from()).isEqualTo(there(LocalDateTime.parse("2026-03-03T08:00")));
        Instant tomorrow = there(LocalDateTime.parse("2026-03-03T08:00"));
        assertThat(CallTime.of(STOCKHOLM, tomorrow, null, calls, HOURS, 3).open())
                .isTrue();
    }

    @Test
    void whereNoHourSuitsAllZonesThereIsNone() {
        CallingPlace russia =
                new CallingPlace(List.of(ZoneId.of("Europe/Kaliningrad"), ZoneId.of("Asia/Kamchatka")), "RU", null);
        CallTime time = CallTime.of(russia, Instant.parse("2026-03-02T09:00:00Z"), null, List.of(), HOURS, 3);
        assertThat(time.open()).isFalse();
        assertThat(time.from()).isNull();
        assertThat(time.until()).isNull();
    }

    /** Whatever is told of the clock is the same at two moments if no change is told between them. */
    @Test
    void nothingChangesUntold() {
        Random random = new Random(20261128);
        List<CallingPlace> places = List.of(
                STOCKHOLM,
                new CallingPlace(List.of(ZoneId.of("America/New_York"), ZoneId.of("Pacific/Honolulu")), "US", "US-CA"),
                new CallingPlace(List.of(ZoneId.of("Asia/Riyadh")), "SA", null),
                new CallingPlace(List.of(ZoneId.of("Australia/Lord_Howe")), "AU", null));
        for (int round = 0; round < 4_000; round++) {
            CallingPlace place = places.get(round % places.size());
            Instant now = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(300 * 86_400));
            Instant next = random.nextBoolean() ? null : now.plusSeconds(random.nextInt(172_800) - 86_400);
            Instant later = now.plusSeconds(random.nextInt(90_000));
            CallTime before = CallTime.of(place, now, next, List.of(), HOURS, 3);
            CallTime after = CallTime.of(place, later, next, List.of(), HOURS, 3);
            if (!after.changedAt().isAfter(now)) {
                assertThat(told(after, later))
                        .as("%s from %s to %s", place, now, later)
                        .isEqualTo(told(before, now));
            }
        }
    }

    private static List<@Nullable Object> told(CallTime time, Instant now) {
        return java.util.Arrays.asList(
                time.open(),
                time.atEdge(),
                time.from(),
                time.until(),
                time.dayOff(),
                time.from() != null && !time.from().isAfter(now.plus(CallTime.NEXT_WITHIN)));
    }

    private static CallTime at(String local) {
        return CallTime.of(STOCKHOLM, there(LocalDateTime.parse(local)), null, List.of(), HOURS, 3);
    }

    private static Instant there(LocalDateTime local) {
        return local.atZone(ZONE).toInstant();
    }
}
