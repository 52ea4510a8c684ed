package dev.tightrope.scheduler.availability;

import dev.tightrope.events.DayCount;
import dev.tightrope.scheduler.availability.CalendarPreview.FutureMoment;
import dev.tightrope.scheduler.availability.CalendarPreview.MomentKind;
import dev.tightrope.scheduler.calendar.DayOff;
import dev.tightrope.scheduler.calendar.WaitEnd;
import dev.tightrope.scheduler.calendar.WaitLength;
import dev.tightrope.scheduler.calendar.WorkingCalendar;
import dev.tightrope.scheduler.calendar.WorkingDaysAfter;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reckons what would come of a wait, by the same calendar and rules as the timers. */
@ApplicationScoped
class PreviewMoments {
    private final WorkingCalendar calendar;
    private final WaitEnd waitEnd;
    private final int repeats;
    private final int pause;

    PreviewMoments(
            WorkingCalendar calendar,
            WaitEnd waitEnd,
            @ConfigProperty(name = "tightrope.reminders.repeats", defaultValue = "3") int repeats,
            @ConfigProperty(name = "tightrope.reminders.repeat-after-working-days", defaultValue = "3") int pause) {
        this.calendar = calendar;
        this.waitEnd = waitEnd;
        this.repeats = repeats;
        this.pause = pause;
    }

    CalendarPreview of(Instant from, String length, DayCount countedIn, WorkingPlace place) {
        Instant over = waitEnd.over(from, WaitLength.parse(length), countedIn, place);
        Instant dueAt = waitEnd.of(from, length, countedIn, null, place);
        List<DayOff> skipped = daysOff(over, dueAt, place);
        List<FutureMoment> moments = new ArrayList<>();
        moments.add(new FutureMoment(
                MomentKind.WAIT_OVER,
                over,
                length
                        + (countedIn == DayCount.WORKING_DAYS ? " in working days after " : " after ")
                        + from.atZone(place.zone()),
                countedIn == DayCount.WORKING_DAYS ? daysOff(from, over, place.neverAway()) : List.of()));
        moments.add(new FutureMoment(
                MomentKind.FOLLOW_UP,
                dueAt,
                over.equals(dueAt) ? "at once" : "the first working morning from then on",
                skipped));
        for (int repeat = 1; repeat <= repeats + 1; repeat++) {
            moments.add(afterPause(moments.get(moments.size() - 1).at(), repeat, place));
        }
        return new CalendarPreview(place.zone().getId(), place.country(), over, dueAt, skipped, moments);
    }

    private FutureMoment afterPause(Instant before, int repeat, WorkingPlace place) {
        Instant at = WorkingDaysAfter.dayOf(before, pause, place).at(place, calendar);
        boolean toManager = repeat > repeats;
        return new FutureMoment(
                toManager ? MomentKind.MANAGER : MomentKind.REPEAT,
                at,
                toManager
                        ? pause + " working days later: nothing was done after " + (repeats + 1) + " reminders"
                        : pause + " working days later: reminder " + (repeat + 1) + " of " + (repeats + 1),
                daysOff(before, at, place));
    }

    private List<DayOff> daysOff(Instant from, Instant until, WorkingPlace place) {
        List<DayOff> days = new ArrayList<>();
        LocalDate end = until.atZone(place.zone()).toLocalDate();
        for (LocalDate day = from.atZone(place.zone()).toLocalDate(); day.isBefore(end); day = day.plusDays(1)) {
            LocalDate skipped = day;
            calendar.dayOff(day, place).ifPresent(reason -> days.add(new DayOff(skipped, reason)));
        }
        return days;
    }
}
