package dev.tightrope.api.onetap;

import java.time.Instant;
import java.util.UUID;

/**
 * What a link in a mail lets its reader do without signing in.
 *
 * @param person whose link it is, and who acts by it; it gives no more than they may do themselves
 * @param kind what it acts on
 * @param of id of the one thing it acts on
 * @param expires when it ends, to the second
 */
public record OneTap(UUID person, Kind kind, UUID of, Instant expires) {
    /** What links act on. */
    public enum Kind {
        /** A response whose meaning is still to be said. */
        RESPONSE,
        /** An outreach about which something is to be done. */
        OUTREACH
    }
}
