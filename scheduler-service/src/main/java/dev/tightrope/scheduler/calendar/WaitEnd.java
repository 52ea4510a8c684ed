package dev.tightrope.scheduler.calendar;

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

    /**
     * When the wait is over.
     *
     * @param length ISO 8601, null if it has a fixed end
     * @param until fixed end, which wins over a length
     * @throws IllegalArgumentException if there is neither, or the length cannot be read
     */
    public Instant of(Instant from, @Nullable String length, @Nullable Instant until, WorkingPlace place) {
        if (until != null) {
            return fixedEnd == FixedEnd.EXACT ? until : morning(until, place);
        }
        if (length == null) {
            throw new IllegalArgumentException("A wait needs a length or a fixed end");
        }
        WaitLength parsed = WaitLength.parse(length);
        Instant over = parsed.after(from, place.zone());
        return parsed instanceof WaitLength.Exact ? over : morning(over, place);
    }

    private Instant morning(Instant moment, WorkingPlace place) {
        return calendar.workingMorningAtOrAfter(moment, place).toInstant();
    }
}
