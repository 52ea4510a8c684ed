package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestHourTest {
    private final DigestHour hours = new DigestHour(new WorkingCalendar(LocalTime.of(8, 0)));

    @ParameterizedTest(name = "{0} at {2} in {1}, last {3} -> {4}: {5}")
    @CsvSource({
        // now (local), zone, hour, day of the last one, due (local), why
        "2026-03-04T07:30, Europe/Stockholm, 08:00, , 2026-03-04T08:00, before the hour",
        "2026-03-04T08:00:01, Europe/Stockholm, 08:00, , 2026-03-04T08:05:01, with the hour: what came then is collected",
        "2026-03-04T08:30, Europe/Stockholm, 08:00, , 2026-03-04T08:35, soon after the hour",
        "2026-03-04T08:56, Europe/Stockholm, 08:00, , 2026-03-05T08:00, too late for this day",
        "2026-03-04T08:30, Europe/Stockholm, 08:00, 2026-03-04, 2026-03-05T08:00, one a day",
        "2026-03-04T08:30, Europe/Stockholm, 16:00, 2026-03-04, 2026-03-05T16:00, one a day at a new hour, too",
        "2026-03-06T18:00, Europe/Stockholm, 16:30, , 2026-03-09T16:30, over the weekend",
        "2026-03-07T10:00, Europe/Stockholm, 16:30, , 2026-03-09T16:30, on a Saturday",
        "2026-04-02T18:00, Europe/Stockholm, 16:30, , 2026-04-07T16:30, over Easter",
        "2026-03-27T18:00, Europe/Stockholm, 02:30, , 2026-03-30T02:30, past the night summer time begins in",
        "2026-03-27T18:00, Asia/Riyadh, 02:30, , 2026-03-29T02:30, which is a Sunday and a working day elsewhere",
        "2026-03-04T23:58, Europe/Stockholm, 23:59, , 2026-03-05T00:03, collected over midnight",
    })
    void nextDigest(String now, String zoneName, LocalTime hour, LocalDate latest, LocalDateTime expected, String why) {
        ZoneId zone = ZoneId.of(zoneName);

        DigestHour.Due due = hours.next(
                LocalDateTime.parse(now).atZone(zone).toInstant(), hour, latest, WorkingPlace.of(zone, null));

        assertThat(due.at().atZone(zone).toLocalDateTime()).as(why).isEqualTo(expected);
    }
}
