package dev.tightrope.scheduler.calendar;

import dev.tightrope.events.DayCount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Says when a wait is over.
 *
 * <p>A length in days and a fixed end both mean "from then on, as soon as the rep is at work": they end on the next
 * working morning. A length in hours or less ends exactly then. {@code tightrope.calendar.fixed-end=exact} lets fixed
 * ends be exact too, for demonstrations that cannot wait for a morning.
 */
@ApplicationScoped
public class WaitEnd {
    /** What a fixed end means. */
    enum FixedEnd {
        /** The first working morning that is not before it. */
        WORKING_MORNING,
        /** That very moment. */
        EXACT
    }

    private final WorkingCalendar calendar;
    private final FixedEnd fixedEnd;

    WaitEnd(
            WorkingCalendar calendar,
            @ConfigProperty(name = "tightrope.calendar.fixed-end", defaultValue = "working-morning")
                    FixedEnd fixedEnd) {
        this.calendar = calendar;
        this.fixedEnd = fixedEnd;
    }

    /** When a wait is over that counts all days. */
    public Instant of(Instant from, @Nullable String length, @Nullable Instant until, WorkingPlace place) {
        return of(from, length, DayCount.DAYS, until, place);
    }

    /**
     * When the wait is over.
     *
     * @param length ISO 8601, null if it has a fixed end
     * @param countedIn which days the length counts
     * @param until fixed end, which wins over a length
     * @throws IllegalArgumentException if there is neither, or the length cannot be read
     */
    public Instant of(
            Instant from, @Nullable String length, DayCount countedIn, @Nullable Instant until, WorkingPlace place) {
        if (until != null) {
            return fixedEnd == FixedEnd.EXACT ? until : morning(until, place);
        }
        if (length == null) {
            throw new IllegalArgumentException("A wait needs a length or a fixed end");
        }
        WaitLength parsed = WaitLength.parse(length);
        Instant over = over(from, parsed, countedIn, place);
        return parsed instanceof WaitLength.Exact ? over : morning(over, place);
    }

    /** When the length is over, before that moves to a working morning. */
    public Instant over(Instant from, WaitLength length, DayCount countedIn, WorkingPlace place) {
        return countedIn == DayCount.WORKING_DAYS
                ? calendar.workingDaysAfter(from, length.workingDays(), place.neverAway())
                        .toInstant()
                : length.after(from, place.zone());
    }

    private Instant morning(Instant moment, WorkingPlace place) {
        return calendar.workingMorningAtOrAfter(moment, place).toInstant();
    }
}
