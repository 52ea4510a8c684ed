package dev.tightrope.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A person was erased on request: whoever has something of them forgets it. It says nothing of them itself. Keyed by the
 * executive.
 *
 * @param executiveId the executive
 * @param outreachIds every outreach to them, all of them closed; what is kept of them is found by these
 * @param at when they were erased
 */
public record ExecutiveErased(UUID executiveId, List<UUID> outreachIds, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return executiveId;
    }
}
