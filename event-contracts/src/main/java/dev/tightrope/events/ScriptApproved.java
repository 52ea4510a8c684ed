package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The voicemail script was approved.
 *
 * @param ref the outreach it belongs to
 * @param scriptVersion version approved
 * @param emailVersion version of the e-mail it promises
 * @param emailHash hash of the e-mail it promises
 * @param approvedBy who
 * @param approvedAt when
 */
public record ScriptApproved(
        OutreachRef ref, int scriptVersion, int emailVersion, String emailHash, UUID approvedBy, Instant approvedAt)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }

    @Override
    public UUID actedBy() {
        return approvedBy;
    }
}
