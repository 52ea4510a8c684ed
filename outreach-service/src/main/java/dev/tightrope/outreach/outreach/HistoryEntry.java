package dev.tightrope.outreach.outreach;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.outreach.lifecycle.OutreachState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an outreach.
 *
 * @param id the entry
 * @param round the round it happened in
 * @param at when
 * @param actorId the person who did it; absent for the system
 * @param actorName the person's name, or the part of the system
 * @param trigger what happened
 * @param applied whether it had an effect
 * @param cause in words; why it had no effect, if it had none
 * @param from state before; absent at opening
 * @param to state after
 * @param data what else is known of it
 */
record HistoryEntry(
        UUID id,
        int round,
        Instant at,
        @Nullable UUID actorId,
        String actorName,
        String trigger,
        boolean applied,
        String cause,
        @Nullable OutreachState from,
        OutreachState to,
        JsonNode data) {}
