package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The undo window of a call attempt is over: the promised e-mail goes now.
 *
 * @param ref the outreach it belongs to
 * @param attemptId the call attempt
 * @param emailVersion version of the e-mail it promises
 * @param emailHash hash of the e-mail it promises
 * @param releasedAt when the undo window was over
 */
public record EmailReleased(OutreachRef ref, UUID attemptId, int emailVersion, String emailHash, Instant releasedAt)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
