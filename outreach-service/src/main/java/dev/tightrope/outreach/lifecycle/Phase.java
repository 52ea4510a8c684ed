package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the deciders of all phases share: the situation, the trigger and the forms of an answer. */
abstract class Phase {
    static final String STORY_BARRED = "The story may not be told any more: have the permission to name its competitor"
            + " renewed, or choose another story for a new round.";

    final Situation now;
    final OutreachTrigger trigger;
    final Instant time;
    private final ZoneId zone;

    Phase(Situation now, OutreachTrigger trigger, ZonedDateTime time) {
        this.now = now;
        this.trigger = trigger;
        this.time = time.toInstant();
        this.zone = time.getZone();
    }

    Decision applied(Situation after, Effect... effects) {
        return applied(after, List.of(effects));
    }

    Decision applied(Situation after, List<Effect> effects) {
        return new Decision(Decision.Verdict.APPLIED, after, effects, "", List.of());
    }

    Decision ignored(String why) {
        return new Decision(Decision.Verdict.IGNORED, now, List.of(), why, List.of());
    }

    /** The one fact that has an effect although it moves nothing: a promise was made that nobody will keep. */
    Decision ignoredButWithheld(UUID attemptId, String why) {
        Situation after = now.change().voicemailBefore().done();
        return new Decision(
                Decision.Verdict.IGNORED, after, List.of(new Effect.TellWithheld(attemptId, why)), why, List.of());
    }

    Decision refused(String first) {
        return new Decision(
                Decision.Verdict.REFUSED,
                now,
                List.of(),
                Refusal.of(now, trigger.kind(), first),
                Refusal.mustHappenFirst(now.state(), first));
    }

    /** The table does not list it: a command is refused, a fact is kept without effect. */
    Decision unlisted() {
        return trigger.kind().isCommand()
                ? refused(Refusal.whatFirst(trigger.kind()))
                : ignored(trigger.kind() + " has no effect while " + now.state());
    }

    /** For triggers that mean one and the same wherever they mean anything; the others switch over the state. */
    Decision onlyIn(Set<OutreachState> states, Supplier<Decision> move) {
        return states.contains(now.state()) ? move.get() : unlisted();
    }

    /** The day of a moment where the rep works. */
    LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** To NEEDS_ATTENTION from a changed situation. */
    Decision attention(Situation.Change change, AttentionReason reason, String detail, Effect... before) {
        List<Effect> effects = new ArrayList<>(List.of(before));
        effects.add(new Effect.TellAttention(reason, detail));
        return applied(change.ground(Ground.attention(reason)).done(), effects);
    }

    /** Silence from the moment in the change on, in AWAITING_RESPONSE. */
    Decision awaiting(Situation.Change change, String cause, Effect... before) {
        Situation after =
                change.ground(OutreachState.AWAITING_RESPONSE).nextWait().done();
        List<Effect> effects = new ArrayList<>(List.of(before));
        effects.add(startWait(after, cause));
        return applied(after, effects);
    }

    Effect startWait(Situation after, String cause) {
        Instant from = after.waitFrom() == null ? time : after.waitFrom();
        String length = after.waitUntil() == null ? after.waitLength() : null;
        return new Effect.StartWait(after.waitNumber(), from, length, after.waitCountedIn(), after.waitUntil(), cause);
    }

    /** A response or an engagement is taken off; what was beneath it goes on, its wait with the days it had left. */
    Decision backWhereItWas(Situation.Change change, String cause, Effect... before) {
        Situation back = change.done();
        return switch (back.state()) {
            case AWAITING_RESPONSE -> awaiting(back.change(), cause, before);
            case CLOSED -> {
                List<Effect> effects = new ArrayList<>(List.of(before));
                effects.add(
                        new Effect.Close(Objects.requireNonNull(back.ground().outcome()), cause));
                yield applied(back, effects);
            }
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    ENGAGED,
                    NEEDS_ATTENTION -> applied(back, before);
        };
    }

    /** To CLOSED; a promised e-mail that is not out is stopped, and the rep is reminded that it was promised. */
    Decision close(ClosureOutcome outcome, @Nullable String reason, Effect... before) {
        List<Effect> effects = new ArrayList<>(List.of(before));
        if (now.ground().state() == OutreachState.SENDING_EMAIL && now.promise() != null) {
            String why = "the outreach was closed (" + outcome + ") before the promised e-mail went";
            effects.add(new Effect.CancelMail(why));
            effects.add(new Effect.TellWithheld(now.promise().attemptId(), why));
        }
        effects.add(new Effect.Close(outcome, reason));
        Situation after = now.change()
                .responded(false)
                .engaged(false)
                .ground(Ground.closed(outcome))
                .done();
        return applied(after, effects);
    }
}
