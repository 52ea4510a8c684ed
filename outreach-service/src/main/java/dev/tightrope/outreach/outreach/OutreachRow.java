package dev.tightrope.outreach.outreach;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.DayCount;
import dev.tightrope.outreach.lifecycle.Effect;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An outreach and its current round as stored, and whether the permission of its story holds just now. */
record OutreachRow(
        UUID id,
        UUID prospectId,
        UUID executiveId,
        UUID ownerId,
        @Nullable UUID teamId,
        String language,
        String businessUserRole,
        Situation situation,
        boolean storyPermitted,
        @Nullable Attention attention,
        @Nullable NextStep nextStep,
        @Nullable Instant waitDueAt,
        long moves,
        long version,
        Instant openedAt,
        UUID openedBy,
        Instant updatedAt) {

    /** What is wrong, and since when. */
    record Attention(String detail, Instant since) {}

    /** What is to be done next in an engagement. */
    record NextStep(String what, LocalDate on, @Nullable String contactName) {}

    /**
     * When the silence is over, working mornings aside; absent if none has begun. Where working days are counted, it is what
     * scheduler-service told: holidays and closures are known there.
     */
    @Nullable
    Instant waitEnds() {
        boolean counted = situation.waitUntil() == null && situation.waitCountedIn() == DayCount.WORKING_DAYS;
        return counted && waitDueAt != null ? waitDueAt : WaitLimits.endOf(situation);
    }

    OutreachState state() {
        return situation.state();
    }

    /** Whether an e-mail of the round is approved. */
    boolean isLocked() {
        return situation.email() != null;
    }

    OutreachRef ref() {
        return new OutreachRef(id, situation.round(), prospectId, ownerId, teamId);
    }

    /** The row after a decision. */
    OutreachRow after(Situation next, List<Effect> effects, Instant now) {
        Attention wrong = next.ground().attention() == null ? null : attention;
        NextStep step = next.engaged() ? nextStep : null;
        UUID owner = ownerId;
        UUID team = teamId;
        for (Effect effect : effects) {
            if (effect instanceof Effect.TellAttention told) {
                wrong = new Attention(told.detail(), now);
            } else if (effect instanceof Effect.Engage engage) {
                step = new NextStep(engage.nextStep(), engage.on(), engage.contactName());
            } else if (effect instanceof Effect.HandOver handOver) {
                owner = handOver.transfer().toPersonId();
                team = handOver.transfer().toTeamId();
            }
        }
        return new OutreachRow(
                id,
                prospectId,
                executiveId,
                owner,
                team,
                language,
                businessUserRole,
                next,
                storyPermitted,
                wrong,
                step,
                next.waitNumber() == situation.waitNumber() ? waitDueAt : null,
                next.state() == situation.state() ? moves : moves + 1,
                version + 1,
                openedAt,
                openedBy,
                now);
    }

    OutreachView view() {
        Situation s = situation;
        boolean needsAttention = s.state() == OutreachState.NEEDS_ATTENTION;
        AttentionReason reason = needsAttention ? s.ground().attention() : null;
        return new OutreachView(
                id,
                s.state(),
                s.state() == OutreachState.CLOSED ? s.ground().outcome() : null,
                reason,
                version,
                s.round(),
                prospectId,
                executiveId,
                s.storyId(),
                ownerId,
                teamId,
                language,
                businessUserRole,
                s.waitNumber(),
                s.email() == null ? null : s.email().version(),
                s.email() == null ? null : s.email().hash(),
                s.correctedTo(),
                s.promise() == null ? null : s.promise().attemptId(),
                s.promise() == null ? null : s.promise().releasedAt(),
                s.mailDue(),
                s.mailOut(),
                s.voicemailLeft(),
                openedAt,
                updatedAt);
    }
}
