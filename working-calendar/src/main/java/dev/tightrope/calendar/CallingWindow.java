package dev.tightrope.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Hours of one day in which somebody may be called.
 *
 * @param day the day there
 * @param closes the first moment after it
 * @param edge how long the preferred hours at its beginning and end are; at most half of it
 */
public record CallingWindow(LocalDate day, Instant opens, Instant closes, Duration edge) {
    /** Part of a day. Executives answer themselves before and after everybody else is at work. */
    public enum Part {
        FIRST_HOURS,
        MIDDLE,
        LAST_HOURS
    }

    /** An edge longer than half of the window is half of it. */
    public CallingWindow {
        Duration half = Duration.between(opens, closes).dividedBy(2);
        edge = edge.compareTo(half) > 0 ? half : edge;
    }

    /** Whether a moment lies in it. */
    public boolean contains(Instant moment) {
        return !moment.isBefore(opens) && moment.isBefore(closes);
    }

    /** The part a moment lies in; whatever lies before it belongs to the first hours, whatever after to the last. */
    public Part partAt(Instant moment) {
        if (moment.isBefore(firstHoursEnd())) {
            return Part.FIRST_HOURS;
        }
        return moment.isBefore(lastHoursBegin()) ? Part.MIDDLE : Part.LAST_HOURS;
    }

    /** Whether a moment lies in the preferred hours. */
    public boolean atEdge(Instant moment) {
        return contains(moment) && partAt(moment) != Part.MIDDLE;
    }

    /** When the preferred hours of its beginning are over. */
    public Instant firstHoursEnd() {
        return opens.plus(edge);
    }

    /** When the preferred hours of its end begin. */
    public Instant lastHoursBegin() {
        return closes.minus(edge);
    }
}
