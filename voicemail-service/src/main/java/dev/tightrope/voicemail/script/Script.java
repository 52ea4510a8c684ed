package dev.tightrope.voicemail.script;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The voicemail text of one round.
 *
 * @param version counts up over all rounds of the outreach, so that an ETag of an earlier round never fits
 * @param form how much it says
 * @param editedByHand whether the rep changed it; then it is not written anew
 * @param emailVersion the e-mail it announces
 * @param emailHash hash of that e-mail
 * @param approvedVersion the version that was approved; absent while it is a draft
 */
public record Script(
        UUID outreachId,
        int round,
        long version,
        String text,
        String language,
        ScriptForm form,
        boolean editedByHand,
        int emailVersion,
        String emailHash,
        @Nullable Long approvedVersion,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        Instant updatedAt) {

    /** Whether it is approved. */
    public boolean approved() {
        return approvedVersion != null;
    }
}
