package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of our mail on its way.
 *
 * @param from who gave it on
 * @param to whom it was given
 * @param cc who got a copy
 * @param at when, where a header said so with its zone
 * @param dateAsWritten the date as the quoted header has it
 * @param inferred whether nobody wrote it down: somebody must have passed it on, because the next one had it
 */
public record Hop(
        Party from,
        List<Party> to,
        List<Party> cc,
        @Nullable Instant at,
        @Nullable String dateAsWritten,
        boolean inferred) {
    public Hop {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }
}
