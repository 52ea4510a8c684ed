package dev.tightrope.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact one service tells the others, sent as the data of a CloudEvent. */
public sealed interface TightropeEvent
        permits PersonProfileChanged,
                CompanyHeld,
                CompanyReleased,
                SuppressionAdded,
                SuppressionLifted,
                MailAccountRefused,
                OutreachOpened,
                OutreachMoved,
                RoundStarted,
                EmailPrepared,
                EmailReopened,
                EmailSent,
                EmailFailed,
                EmailWithheld,
                WaitStarted,
                ResponseReceived,
                ResponseDisposed,
                OutreachEngaged,
                EngagementWithdrawn,
                AttentionNeeded,
                ExecutiveCorrected,
                ExecutiveErased,
                StoryPermissionEnded,
                SuggestionOpened,
                SuggestionSettled,
                OutreachClosed,
                OutreachReopened,
                OutreachTransferred,
                HomeworkChanged,
                HomeworkCompleted,
                ScriptApproved,
                ScriptReopened,
                VoicemailLeft,
                ConversationHeld,
                EmailReleased,
                CallAttemptUndone,
                CallUnsuccessful,
                WrongNumberFound,
                ExecutiveDeclined,
                WaitScheduled,
                FollowUpDue,
                ReminderSent,
                DeputyAppointed,
                DeputyDismissed {

    /**
     * Kafka key: the outreach the event belongs to, or for profiles, holds, suppressions, mail accounts, absences
     * and erased executives their own id.
     */
    UUID key();

    /** The person who did it; null where nobody did, or an earlier version did not tell. */
    default @Nullable UUID actedBy() {
        return null;
    }
}
