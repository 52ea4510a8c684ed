package dev.tightrope.outreach.inbound.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Somebody named in a message, or in one quoted, passed on or attached there.
 *
 * @param name display name where one was given anywhere
 * @param address in lower case, where one was given anywhere
 * @param role in which they first appear, from the outermost message on
 */
public record Participant(@Nullable String name, @Nullable String address, Role role) {
    /** Header field somebody stands in. */
    public enum Role {
        /** Wrote a message. */
        FROM,
        /** A message was written to them. */
        TO,
        /** A message was copied to them, or they are named beside: hidden copies, where answers go, on whose behalf. */
        CC
    }
}
