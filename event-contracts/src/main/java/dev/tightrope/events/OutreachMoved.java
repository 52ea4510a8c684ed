package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outreach went from one state to another. Accompanies every move; other events carry the facts behind it.
 *
 * @param ref the outreach it belongs to
 * @param from state left, null (absent on the wire) at opening
 * @param to state reached, a name of the life-cycle table
 * @param version number of this move within the outreach, counting from 1
 * @param cause what led to it, in words
 * @param at when
 * @param attention what has to be mended, as in AttentionNeeded; only with a move to NEEDS_ATTENTION
 */
public record OutreachMoved(
        OutreachRef ref,
        @Nullable String from,
        String to,
        long version,
        String cause,
        Instant at,
        @Nullable String attention)
        implements TightropeEvent {
    /** A move to a state that has no reason. */
    public OutreachMoved(OutreachRef ref, @Nullable String from, String to, long version, String cause, Instant at) {
        this(ref, from, to, version, cause, at, null);
    }

    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
