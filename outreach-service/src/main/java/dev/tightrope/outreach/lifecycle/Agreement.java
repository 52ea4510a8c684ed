package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a conversation with the executive.
 *
 * @param meetingAt when they meet
 * @param referredTo whom to turn to
 * @param referredRole that person's role
 * @param referredPhone that person's number
 */
public record Agreement(
        @Nullable Instant meetingAt,
        @Nullable String referredTo,
        @Nullable String referredRole,
        @Nullable String referredPhone) {
    /** Nothing was agreed. */
    public static final Agreement NONE = new Agreement(null, null, null, null);
}
