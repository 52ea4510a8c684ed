package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The announcement of the e-mail to the executive.
 *
 * @param attemptId call attempt it was made in
 * @param kind how
 * @param agreed what else came of it
 * @param email the e-mail it promised
 * @param recordedAt when
 * @param releasedAt when its undo window was over; absent before
 */
public record Promise(
        UUID attemptId,
        PromiseKind kind,
        Agreement agreed,
        LockedEmail email,
        Instant recordedAt,
        @Nullable Instant releasedAt) {

    /** What was let go is what was promised last. */
    Promise released(LockedEmail letGo, Instant at) {
        return new Promise(attemptId, kind, agreed, letGo, recordedAt, at);
    }
}
