package dev.tightrope.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hours in which somebody may be called: local hours of their working days.
 *
 * <p>No moment of a window lies outside these hours on the clock on their wall, whatever their clocks do that night. An
 * hour that a change of the clocks skips is not waited for, one that comes twice opens late and closes early, and a day
 * that does not exist, as 30 December 2011 in Samoa, has no window.
 */
public final class CallingHours {
    /** Longer than any run of days off. */
    private static final int LONGEST_SEARCH_DAYS = 60;

    private final LocalTime from;
    private final LocalTime to;
    private final Duration edge;
    private final WorkingDays days;

    /**
     * Hours of a day.
     *
     * @param to when they end; midnight is the end of the day
     * @param edge how long the preferred hours at their beginning and end are
     */
    public CallingHours(LocalTime from, LocalTime to, Duration edge, WorkingDays days) {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("Calling hours from " + from + " to " + to + " end before they begin");
        }
        if (edge.isNegative()) {
            throw new IllegalArgumentException("The preferred hours, " + edge + ", must not be negative");
        }
        this.from = from;
        this.to = to;
        this.edge = edge;
        this.days = days;
    }

    /** The window that is open at a moment. */
    public Optional<CallingWindow> openAt(Instant moment, CallingPlace place) {
        return after(moment, place).findFirst().filter(window -> window.contains(moment));
    }

    /**
     * Windows of the coming two months that are open at a moment or open after it, in order; none where the zones that
     * are possible have no such hour in common.
     */
    public Stream<CallingWindow> after(Instant moment, CallingPlace place) {
        LocalDate today = moment.atZone(place.mainZone()).toLocalDate();
        // No window of yesterday is open still: one that ends at midnight ends at the first, where that comes twice.
        return today.datesUntil(today.plusDays(LONGEST_SEARCH_DAYS))
                .flatMap(day -> on(day, place).stream())
                .filter(window -> window.closes().isAfter(moment));
    }

    /** The windows of a day; none on a day off. */
    public List<CallingWindow> on(LocalDate day, CallingPlace place) {
        List<CallingWindow> windows = hoursOf(day, place.mainZone(), place);
        for (ZoneId zone : place.zones().subList(1, place.zones().size())) {
            windows = common(windows, zone, place);
        }
        return windows;
    }

    /** Why nobody is called on a day, whatever the hour; empty for a working day. */
    public Optional<String> dayOff(LocalDate day, CallingPlace place) {
        return days.dayOff(day, place.country(), place.region());
    }

    private List<CallingWindow> common(List<CallingWindow> windows, ZoneId zone, CallingPlace place) {
        List<CallingWindow> common = new ArrayList<>();
        for (CallingWindow window : windows) {
            LocalDate last = window.closes().atZone(zone).toLocalDate();
            for (LocalDate day = window.opens().atZone(zone).toLocalDate(); !day.isAfter(last); day = day.plusDays(1)) {
                for (CallingWindow other : hoursOf(day, zone, place)) {
                    add(common, window.day(), later(window.opens(), other.opens()), earlier(window, other));
                }
            }
        }
        return common;
    }

    private List<CallingWindow> hoursOf(LocalDate day, ZoneId zone, CallingPlace place) {
        List<CallingWindow> hours = new ArrayList<>();
        if (dayOff(day, place).isEmpty()) {
            LocalDateTime end = to.equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(to);
            add(hours, day, moment(day.atTime(from), zone, true), moment(end, zone, false));
        }
        return hours;
    }

    private void add(List<CallingWindow> windows, LocalDate day, Instant opens, Instant closes) {
        if (opens.isBefore(closes)) {
            windows.add(new CallingWindow(day, opens, closes, edge));
        }
    }

    /** The moment of a local time: the end of the gap for one that is skipped, the asked for one of two. */
    private static Instant moment(LocalDateTime local, ZoneId zone, boolean lastOfTwo) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            return zone.getRules().getTransition(local).getInstant();
        }
        return local.toInstant(offsets.get(lastOfTwo ? offsets.size() - 1 : 0));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(CallingWindow one, CallingWindow other) {
        return one.closes().isBefore(other.closes()) ? one.closes() : other.closes();
    }
}
