package dev.tightrope.outreach.lifecycle;

import java.time.ZonedDateTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an outreach ends, and what stops it before. */
final class EndingMoves extends Phase {
    EndingMoves(Situation now, OutreachTrigger trigger, ZonedDateTime time) {
        super(now, trigger, time);
    }

    Decision dealEnded(ClosureOutcome outcome, @Nullable String reason) {
        return onlyIn(Set.of(OutreachState.ENGAGED), () -> close(outcome, reason));
    }

    Decision closed(OutreachTrigger.Closed closed) {
        return switch (closed.outcome()) {
            case NO_RESPONSE, UNREACHABLE, DECLINED ->
                onlyIn(
                        Set.of(OutreachState.FOLLOW_UP_DUE, OutreachState.NEEDS_ATTENTION),
                        () -> close(closed.outcome(), closed.reason()));
            case OPTED_OUT -> endedFromEveryOpenState(ClosureOutcome.OPTED_OUT, closed.reason());
            case WON, LOST, CANCELLED -> unlisted();
        };
    }

    Decision cancelled(OutreachTrigger.Cancelled cancelled) {
        return endedFromEveryOpenState(ClosureOutcome.CANCELLED, cancelled.reason());
    }

    Decision optOut(OutreachTrigger.OptOut optOut) {
        return endedFromEveryOpenState(ClosureOutcome.OPTED_OUT, optOut.detail());
    }

    private Decision endedFromEveryOpenState(ClosureOutcome outcome, @Nullable String reason) {
        return now.state() == OutreachState.CLOSED ? unlisted() : close(outcome, reason);
    }

    /**
     * Nobody is contacted any more, and the company stays held: the word of a colleague does not end an outreach. What is
     * stopped for a cause from which it could go on to a call is stopped for this one.
     */
    Decision optOutReported(OutreachTrigger.OptOutReported reported) {
        return switch (now.ground().state()) {
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL, SENDING_EMAIL ->
                stopped(now.change(), AttentionReason.SUPPRESSED, reported.detail());
            case NEEDS_ATTENTION ->
                now.promise() == null && !now.storyBarred()
                        ? attention(now.change(), AttentionReason.SUPPRESSED, reported.detail())
                        : applied(now, new Effect.TellSuppressed(reported.detail()));
            case AWAITING_RESPONSE, FOLLOW_UP_DUE -> applied(now, new Effect.TellSuppressed(reported.detail()));
            // A late answer brought it back, and the rep is about to talk to them.
            case CLOSED ->
                now.state() == OutreachState.CLOSED
                        ? unlisted()
                        : applied(now, new Effect.TellSuppressed(reported.detail()));
            case RESPONDED, ENGAGED -> unlisted();
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
        return barred(
                ended.storyId(),
                ended.competitor(),
                AttentionReason.PERMISSION_ENDED,
                "The permission to name " + ended.competitor()
                        + " ended. Have it renewed or choose another story, and begin a new round.");
    }

    Decision storyAboutThem(OutreachTrigger.StoryAboutThem about) {
        return barred(
                about.storyId(),
                about.competitor(),
                AttentionReason.STORY_ABOUT_THEM,
                "The story is about " + about.competitor()
                        + ", which is their own company: it is never told there. Choose another story, and begin a new"
                        + " round.");
    }

    private Decision barred(UUID storyId, String competitor, AttentionReason because, String detail) {
        if (!storyId.equals(now.storyId()) || now.storyBarred()) {
            return ignored("this round tells another story, or it was known that it may not be told");
        }
        Effect told = new Effect.TellPermissionEnded(storyId, competitor, because);
        return switch (now.ground().state()) {
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL, SENDING_EMAIL ->
                stopped(now.change().storyBarred(true), because, detail, told);
            case AWAITING_RESPONSE, FOLLOW_UP_DUE, NEEDS_ATTENTION ->
                applied(now.change().storyBarred(true).done(), told);
            // A late answer brought it back, and the rep is about to talk to them.
            case CLOSED ->
                now.state() == OutreachState.CLOSED
                        ? unlisted()
                        : applied(now.change().storyBarred(true).done(), told);
            case RESPONDED, ENGAGED -> unlisted();
        };
    }

    /** Nothing goes on by itself because of it, but a new round may tell the story again; even of a late answer. */
    Decision permissionRenewed(OutreachTrigger.PermissionRenewed renewed) {
        return renewed.storyId().equals(now.storyId()) && now.storyBarred()
                ? applied(now.change().storyBarred(false).done())
                : ignored("this round tells another story, or its permission was not known to have ended");
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
