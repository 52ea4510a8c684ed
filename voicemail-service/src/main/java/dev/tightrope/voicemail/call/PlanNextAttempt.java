package dev.tightrope.voicemail.call;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Plans when to call again after a dial that reached nobody. */
final class PlanNextAttempt {
    private PlanNextAttempt() {}

    /**
     * When to call again.
     *
     * @param before unsuccessful attempts of the round before this one
     * @return null after a successful call, and when so many were made that the rep has to decide
     */
    static @Nullable Instant after(CheckedAttempt attempt, int before, Instant now, CallSettings settings) {
        if (!attempt.outcome().calledAgain()) {
            return null;
        }
        if (attempt.nextAttemptAt() != null) {
            return attempt.nextAttemptAt();
        }
        return before + 1 >= settings.maxAttempts() ? null : now.plus(pause(attempt.outcome(), settings.againAfter()));
    }

    private static Duration pause(CallOutcome outcome, CallSettings.AgainAfter again) {
        return switch (outcome) {
            case NO_ANSWER -> again.noAnswer();
            case BUSY -> again.busy();
            case ASSISTANT_ANSWERED -> again.assistantAnswered();
            case VOICEMAIL_CUT_OFF -> again.voicemailCutOff();
            case VOICEMAIL_LEFT, SPOKEN, MEETING_AGREED, REFERRED, WRONG_NUMBER, DECLINED -> Duration.ZERO;
        };
    }
}
