package dev.tightrope.voicemail.call;

import dev.tightrope.events.CallAttemptUndone;
import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.ConversationHeld;
import dev.tightrope.events.ConversationOutcome;
import dev.tightrope.events.EmailReleased;
import dev.tightrope.events.ExecutiveDeclined;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.Referral;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.events.WrongNumberFound;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt tells the other services, and when.
 *
 * <p>A promise is told at once, so that everybody knows a mail is coming, and released later. The other outcomes are told
 * when they can no longer be undone, so that nobody has to take a closure back.
 */
final class TellOutcome {
    private TellOutcome() {}

    static Optional<TightropeEvent> whenRecorded(CallAttempt attempt, OutreachRef ref) {
        return switch (attempt.outcome()) {
            case VOICEMAIL_LEFT ->
                Optional.of(new VoicemailLeft(
                        ref,
                        attempt.id(),
                        attempt.emailVersion(),
                        attempt.emailHash(),
                        attempt.recordedAt(),
                        attempt.releaseAt(),
                        attempt.recordedBy()));
            case SPOKEN -> Optional.of(conversation(attempt, ref, ConversationOutcome.SPOKEN));
            case MEETING_AGREED -> Optional.of(conversation(attempt, ref, ConversationOutcome.MEETING_AGREED));
            case REFERRED -> Optional.of(conversation(attempt, ref, ConversationOutcome.REFERRED));
            case NO_ANSWER, BUSY, ASSISTANT_ANSWERED, VOICEMAIL_CUT_OFF, WRONG_NUMBER, DECLINED -> Optional.empty();
        };
    }

    /**
     * The event.
     *
     * @param inVain how often the number was called in vain by then
     */
    static TightropeEvent whenReleased(CallAttempt attempt, OutreachRef ref, Instant at, int inVain) {
        return switch (attempt.outcome()) {
            case VOICEMAIL_LEFT, SPOKEN, MEETING_AGREED, REFERRED ->
                // From here on the executive waits for it, whenever it is released.
                new EmailReleased(ref, attempt.id(), attempt.emailVersion(), attempt.emailHash(), attempt.releaseAt());
            case NO_ANSWER, BUSY, ASSISTANT_ANSWERED, VOICEMAIL_CUT_OFF ->
                new CallUnsuccessful(
                        ref,
                        attempt.id(),
                        attempt.outcome().name(),
                        attempt.startedAt(),
                        attempt.nextAttemptAt(),
                        attempt.recordedBy(),
                        inVain);
            case WRONG_NUMBER -> new WrongNumberFound(ref, attempt.id(), attempt.phone(), at, attempt.recordedBy());
            case DECLINED -> new ExecutiveDeclined(ref, attempt.id(), attempt.notes(), at, attempt.recordedBy());
        };
    }

    /** Only a promise was told, so only that has to be taken back. */
    static Optional<TightropeEvent> whenUndone(CallAttempt attempt, OutreachRef ref, UUID by, Instant at) {
        return attempt.outcome().promisesEmail()
                ? Optional.of(new CallAttemptUndone(ref, attempt.id(), at, by))
                : Optional.empty();
    }

    private static ConversationHeld conversation(CallAttempt attempt, OutreachRef ref, ConversationOutcome outcome) {
        return new ConversationHeld(
                ref,
                attempt.id(),
                outcome,
                attempt.emailVersion(),
                attempt.emailHash(),
                attempt.recordedAt(),
                attempt.releaseAt(),
                attempt.meetingAt(),
                referral(attempt.referredTo()),
                attempt.recordedBy());
    }

    private static @Nullable Referral referral(@Nullable ReferredTo to) {
        return to == null || to.name() == null ? null : new Referral(to.name(), to.role(), to.phone());
    }
}
