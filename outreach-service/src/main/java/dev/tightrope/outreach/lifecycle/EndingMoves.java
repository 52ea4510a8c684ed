package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How an outreach ends, and what stops it before. */
final class EndingMoves extends Phase {
    EndingMoves(Situation now, OutreachTrigger trigger, Instant time) {
        super(now, trigger, time);
    }

    Decision dealEnded(ClosureOutcome outcome, @Nullable String reason) {
        return switch (now.state()) {
            case ENGAGED -> close(outcome, reason);
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    AWAITING_RESPONSE,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    NEEDS_ATTENTION,
                    CLOSED -> unlisted();
        };
    }

    Decision closed(OutreachTrigger.Closed closed) {
        return switch (now.state()) {
            case FOLLOW_UP_DUE, NEEDS_ATTENTION ->
                switch (closed.outcome()) {
                    case NO_RESPONSE, UNREACHABLE, DECLINED -> close(closed.outcome(), closed.reason());
                    case WON, LOST, OPTED_OUT, CANCELLED -> unlisted();
                };
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    AWAITING_RESPONSE,
                    RESPONDED,
                    ENGAGED,
                    CLOSED -> unlisted();
        };
    }

    Decision cancelled(OutreachTrigger.Cancelled cancelled) {
        return endedFromEveryOpenState(ClosureOutcome.CANCELLED, cancelled.reason());
    }

    Decision optOut(OutreachTrigger.OptOut optOut) {
        return endedFromEveryOpenState(ClosureOutcome.OPTED_OUT, optOut.detail());
    }

    private Decision endedFromEveryOpenState(ClosureOutcome outcome, @Nullable String reason) {
        return switch (now.state()) {
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    AWAITING_RESPONSE,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    ENGAGED,
                    NEEDS_ATTENTION -> close(outcome, reason);
            case CLOSED -> unlisted();
        };
    }

    Decision executiveSuppressed(OutreachTrigger.ExecutiveSuppressed suppressed) {
        return switch (now.state()) {
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL, SENDING_EMAIL ->
                stopped(now.change(), AttentionReason.SUPPRESSED, suppressed.detail());
            case AWAITING_RESPONSE, FOLLOW_UP_DUE, RESPONDED, ENGAGED, NEEDS_ATTENTION, CLOSED -> unlisted();
        };
    }

    Decision permissionEnded(OutreachTrigger.PermissionEnded ended) {
        if (!ended.storyId().equals(now.storyId()) || now.storyBarred()) {
            return ignored("this round tells another story, or its permission was known to have ended");
        }
        Effect told = new Effect.TellPermissionEnded(ended.storyId(), ended.competitor());
        return switch (now.state()) {
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL, SENDING_EMAIL ->
                stopped(
                        now.change().storyBarred(),
                        AttentionReason.PERMISSION_ENDED,
                        "The permission to name " + ended.competitor()
                                + " ended. Choose another story for a new round.",
                        told);
            case AWAITING_RESPONSE, FOLLOW_UP_DUE, NEEDS_ATTENTION ->
                applied(now.change().storyBarred().done(), told);
            case RESPONDED, ENGAGED, CLOSED -> unlisted();
        };
    }

    /** Nothing is sent any more; if it was promised already, the rep hears that it was. */
    private Decision stopped(Situation.Change change, AttentionReason reason, String detail, Effect... told) {
        if (now.ground().state() != OutreachState.SENDING_EMAIL || now.promise() == null) {
            return attention(change, reason, detail, told);
        }
        Effect[] effects = new Effect[told.length + 2];
        System.arraycopy(told, 0, effects, 0, told.length);
        effects[told.length] = new Effect.CancelMail(detail);
        effects[told.length + 1] = new Effect.TellWithheld(now.promise().attemptId(), detail);
        return attention(change, reason, detail, effects);
    }
}
