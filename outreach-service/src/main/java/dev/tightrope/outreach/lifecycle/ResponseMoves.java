package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Set;

/** Answers, what they mean, and the sales work that follows. */
final class ResponseMoves extends Phase {
    ResponseMoves(Situation now, OutreachTrigger trigger, ZonedDateTime time) {
        super(now, trigger, time);
    }

    Decision responseReceived(OutreachTrigger.ResponseReceived received) {
        Effect told = new Effect.TellResponse(received.responseId());
        return switch (now.state()) {
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    AWAITING_RESPONSE,
                    FOLLOW_UP_DUE,
                    ENGAGED,
                    NEEDS_ATTENTION ->
                now.voicemailLeft()
                        ? applied(answered(), told)
                        : ignored("no voicemail or conversation is recorded yet, so this cannot be an answer to it");
            case RESPONDED -> applied(now, told);
            case CLOSED -> late(told);
        };
    }

    /** Whatever is undone later: somebody spoke to us, so more answers may come. */
    private Situation answered() {
        return now.change().voicemailBefore().responded(true).done();
    }

    private Decision late(Effect told) {
        ClosureOutcome closedAs = now.ground().outcome();
        if (closedAs == null || !now.voicemailLeft()) {
            return ignored("an outreach that ended before any voicemail has nothing that could be answered");
        }
        // What they said no to stays closed, but whoever answers a person expects a person to know.
        return closedAs.reopensOnResponse()
                ? applied(
                        answered(), new Effect.TakeHold(), new Effect.Reopen(closedAs), told, new Effect.LookAtStory())
                : applied(now, told);
    }

    Decision responseDisposed(OutreachTrigger.ResponseDisposed disposed) {
        return onlyIn(Set.of(OutreachState.RESPONDED), () -> meaning(disposed, disposed.meaning()));
    }

    private Decision meaning(OutreachTrigger.ResponseDisposed disposed, Disposition meaning) {
        Effect told = new Effect.TellDisposition(disposed.responseId(), meaning.kind());
        return switch (meaning.kind()) {
            case INTERESTED -> interested((Disposition.Interested) meaning, told);
            case PASSED_ON -> disposed.otherOpenResponses() > 0 ? applied(now, told) : passedOn(told);
            case LATER -> later(((Disposition.Later) meaning).until(), told);
            case DECLINED -> close(ClosureOutcome.DECLINED, ((Disposition.Declined) meaning).reason(), told);
            case OPTED_OUT -> {
                Disposition.OptedOut optedOut = (Disposition.OptedOut) meaning;
                yield optedOut.forEverybody()
                        ? close(ClosureOutcome.OPTED_OUT, optedOut.reason(), told)
                        : goBack(disposed, "one person there opted out", told);
            }
            case NOT_FROM_THEM -> goBack(disposed, "the response was not from them", told);
        };
    }

    private Decision goBack(OutreachTrigger.ResponseDisposed disposed, String cause, Effect told) {
        return disposed.otherOpenResponses() > 0
                ? applied(now, told)
                : backWhereItWas(now.change().responded(false), cause, told);
    }

    private Decision interested(Disposition.Interested interested, Effect told) {
        return applied(
                now.change().responded(false).engaged(true).done(),
                told,
                new Effect.Engage(interested.nextStep(), interested.on(), interested.contactName()));
    }

    private Decision passedOn(Effect told) {
        Situation.Change change = now.change().responded(false);
        // Sales work does not end because a mail was passed on, and a promised e-mail still has to go first.
        if (now.engaged() || now.ground().state() == OutreachState.SENDING_EMAIL) {
            return applied(change.done(), told);
        }
        String cause = "the executive's office passed it on";
        return now.ground().state() == OutreachState.AWAITING_RESPONSE
                ? awaiting(change, cause, told)
                : awaiting(change.waitFrom(time, null), cause, told);
    }

    private Decision later(Instant until, Effect told) {
        Situation.Change change = now.change().responded(false).engaged(false);
        return now.ground().state() == OutreachState.SENDING_EMAIL
                ? applied(change.waitUntil(until).done(), told)
                : awaiting(change.waitFrom(time, until), "they asked us to come back later", told);
    }

    Decision nextStepPlanned(OutreachTrigger.NextStepPlanned planned) {
        return onlyIn(
                Set.of(OutreachState.ENGAGED),
                () -> applied(now, new Effect.Engage(planned.nextStep(), planned.on(), planned.contactName())));
    }

    Decision engagementWithdrawn(OutreachTrigger.EngagementWithdrawn withdrawn) {
        return onlyIn(
                Set.of(OutreachState.ENGAGED),
                () -> backWhereItWas(
                        now.change().engaged(false),
                        "the engagement was withdrawn: " + withdrawn.reason(),
                        new Effect.TellEngagementWithdrawn()));
    }
}
