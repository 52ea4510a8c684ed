package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.inbound.analysis.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a message may belong to an outreach, and what became of the guess.
 *
 * @param id the suggestion
 * @param outreachId the outreach it may belong to
 * @param confidence from 0 to 1
 * @param evidence why
 * @param pauses whether timers and calls of the outreach wait until it is settled
 * @param state OPEN, CONFIRMED, CORRECTED, REJECTED, or ELSEWHERE if somebody else said whom it belongs to
 * @param correctedTo the outreach it was said to belong to instead
 * @param openedAt since when
 * @param settledAt when it was settled
 * @param settledBy who settled it
 */
public record MatchSuggestion(
        UUID id,
        UUID outreachId,
        double confidence,
        List<Evidence> evidence,
        boolean pauses,

        @Schema(enumeration = {"OPEN", "CONFIRMED", "CORRECTED", "REJECTED", "ELSEWHERE"})
        String state,

        @Nullable UUID correctedTo,
        Instant openedAt,
        @Nullable Instant settledAt,
        @Nullable UUID settledBy) {}
