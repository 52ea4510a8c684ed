package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The executive's address or number was corrected.
 *
 * @param ref the outreach it belongs to
 * @param executive as it is now
 * @param at when
 * @param numberGiven whether the number was given, the same one again included; absent where only something else was
 *     corrected
 */
public record ExecutiveCorrected(
        OutreachRef ref,
        ExecutiveFacts executive,
        Instant at,
        @Nullable Boolean numberGiven) implements TightropeEvent {
    /** A correction of something else than the number. */
    public ExecutiveCorrected(OutreachRef ref, ExecutiveFacts executive, Instant at) {
        this(ref, executive, at, null);
    }

    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
