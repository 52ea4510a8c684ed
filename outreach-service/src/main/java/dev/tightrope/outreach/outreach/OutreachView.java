package dev.tightrope.outreach.outreach;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.OutreachState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outreach as the other features see it.
 *
 * @param id the outreach
 * @param state where it stands
 * @param outcome how it ended, when CLOSED
 * @param attention why it cannot go on, when NEEDS_ATTENTION
 * @param version counts its changes, from 1; its ETag
 * @param round its current round, from 1
 * @param prospectId the company
 * @param executiveId whom it is about
 * @param storyId story of the current round
 * @param ownerId rep who owns it
 * @param teamId team of that rep
 * @param language BCP 47 language of mail and script
 * @param businessUserRole role the mail is written for
 * @param waitNumber number of its latest wait; 0 before the first
 * @param emailVersion version of the locked e-mail of this round
 * @param emailHash hash of the locked e-mail of this round
 * @param correctedTo address the e-mail of this round goes to instead of the approved one
 * @param attemptId call attempt that promised the e-mail of this round
 * @param releasedAt when the undo window of that attempt was over
 * @param mailDue whether the e-mail of this round is promised and may go, whatever state is shown on top
 * @param mailOut whether the mail server accepted the e-mail of this round
 * @param voicemailLeft whether a voicemail or conversation of any round is recorded: from then on a person may answer
 * @param openedAt when it was opened
 * @param updatedAt when it last changed
 */
public record OutreachView(
        UUID id,
        OutreachState state,
        @Nullable ClosureOutcome outcome,
        @Nullable AttentionReason attention,
        long version,
        int round,
        UUID prospectId,
        UUID executiveId,
        UUID storyId,
        UUID ownerId,
        @Nullable UUID teamId,
        String language,
        String businessUserRole,
        int waitNumber,
        @Nullable Integer emailVersion,
        @Nullable String emailHash,
        @Nullable String correctedTo,
        @Nullable UUID attemptId,
        @Nullable Instant releasedAt,
        boolean mailDue,
        boolean mailOut,
        boolean voicemailLeft,
        Instant openedAt,
        Instant updatedAt) {

    /** What its events carry. */
    public OutreachRef ref() {
        return new OutreachRef(id, round, prospectId, ownerId, teamId);
    }
}
