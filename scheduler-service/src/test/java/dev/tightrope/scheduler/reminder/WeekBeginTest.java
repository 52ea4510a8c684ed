package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekBeginTest {
    private final WeekBegin begin = new WeekBegin(new WorkingCalendar(LocalTime.of(8, 0)));

    @ParameterizedTest(name = "{0} in {1} -> {2}: {3}")
    @CsvSource({
        "2026-03-04T10:00, Europe/Stockholm, 2026-03-09T08:00, in the middle of a week",
        "2026-03-09T00:00, Europe/Stockholm, 2026-03-09T08:00, on the Monday itself",
        "2026-03-09T08:00, Europe/Stockholm, 2026-03-09T08:00, in that moment",
        "2026-03-09T08:00:01, Europe/Stockholm, 2026-03-16T08:00, after it",
        "2026-03-08T23:59, Europe/Stockholm, 2026-03-09T08:00, on Sunday night",
        "2026-04-03T10:00, Europe/Stockholm, 2026-04-07T08:00, over Easter Monday",
        "2026-04-06T10:00, Europe/Stockholm, 2026-04-07T08:00, on Easter Monday",
        "2026-04-07T10:00, Europe/Stockholm, 2026-04-13T08:00, after Easter",
        "2026-03-28T10:00, Europe/Stockholm, 2026-03-30T08:00, over the change to summer time",
        "2026-12-24T10:00, Europe/Stockholm, 2026-12-28T08:00, over Christmas"
    })
    void nextWeek(String now, String zoneName, LocalDateTime expected, String why) {
        ZoneId zone = ZoneId.of(zoneName);

        assertThat(begin.next(LocalDateTime.parse(now).atZone(zone).toInstant(), WorkingPlace.of(zone, null))
                        .toLocalDateTime())
                .as(why)
                .isEqualTo(expected);
    }
}
