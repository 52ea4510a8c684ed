package dev.tightrope.outreach.inbound.chain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The forward chain of an outreach as a graph.
 *
 * @param people everybody in it: ours and the executive first, then in the order they were reached
 * @param hops from one person to one other, in the order of the way
 */
public record ForwardChain(List<Member> people, List<Step> hops) {

    /**
     * Somebody in the chain.
     *
     * @param id of the profile, the executive or the contact
     * @param kind which of the three
     * @param name full name
     * @param address mail address
     * @param role title or role at the company
     * @param did what they did in the chain
     */
    public record Member(
            UUID id,
            PersonKind kind,
            String name,
            @Nullable String address,
            @Nullable String role,
            Set<Did> did) {}

    /** What somebody did in the chain. */
    public enum Did {
        /** Wrote the mail it began with. */
        SENT,
        /** Got it to act on. */
        RECEIVED,
        /** Got a copy. */
        IN_COPY,
        /** Gave it to somebody else of theirs. */
        PASSED_ON,
        /** Wrote to us. */
        ANSWERED
    }

    /**
     * A step.
     *
     * @param round round whose mail it was
     * @param from who gave it on
     * @param to who got it
     * @param part to them or in copy
     * @param at when; absent where the header did not say it with its zone
     * @param dateAsWritten the date as the quoted header has it
     * @param inferred whether it follows from the others alone, as nobody showed it
     * @param proof inbound messages that show it; none for our own mail
     */
    public record Step(
            int round,
            UUID from,
            UUID to,
            Part part,
            @Nullable Instant at,
            @Nullable String dateAsWritten,
            boolean inferred,
            List<UUID> proof) {}
}
