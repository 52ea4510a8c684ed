package dev.tightrope.outreach.outreach;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tightrope.api.FieldError;
import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.DayCount;
import dev.tightrope.outreach.lifecycle.LockedEmail;
import dev.tightrope.outreach.lifecycle.OutreachLifecycle;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.Situation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An outreach as the API shows it; hold, warnings and next are left out of lists. */
record OutreachDetail(
        UUID id,
        OutreachState state,
        @Nullable ClosureOutcome outcome,
        @Nullable Attention attention,
        int round,
        UUID prospectId,
        UUID executiveId,
        UUID storyId,
        UUID ownerId,
        @Nullable UUID teamId,
        String language,
        String businessUserRole,
        @Nullable Integer emailVersion,
        @Nullable String emailHash,
        boolean scriptApproved,
        boolean voicemailLeft,
        boolean mailOut,
        boolean storyMayBeNamed,
        @JsonProperty("wait") Wait silence,
        @Nullable NextStep nextStep,
        @Nullable Holding hold,
        @Nullable List<FieldError> warnings,
        @Nullable Next next,
        Instant openedAt,
        Instant updatedAt,
        long version) {

    /** Why it cannot go on. */
    record Attention(AttentionReason reason, String detail, Instant since) {}

    /** The silence of the round; number 0 before the first. */
    record Wait(
            int number,
            String length,
            DayCount countedIn,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant dueAt) {}

    /** What comes next in an engagement. */
    record NextStep(String nextStep, LocalDate on, @Nullable String contactName) {}

    /** How the company is held; while contested, by contestedBy, nobody is called or mailed by this outreach. */
    record Holding(
            boolean exclusive,
            boolean contested,
            @Nullable String contestedBy,
            @Nullable String overrideReason,
            Instant since) {}

    /** What is waited for, and which commands are possible now. */
    record Next(String waitsFor, List<NextCommands.NextCommand> commands) {}

    static OutreachDetail inList(OutreachRow row) {
        return of(row, null, null, null);
    }

    static OutreachDetail alone(
            OutreachRow row, @Nullable Hold hold, @Nullable List<FieldError> warnings, Instant now) {
        Holding holding = hold == null
                ? null
                : new Holding(
                        hold.exclusive(), hold.contested(), hold.contestedBy(), hold.overrideReason(), hold.takenAt());
        Next next = new Next(
                OutreachLifecycle.whatIsNext(row.state()), NextCommands.of(row.id(), row.situation(), hold, now));
        return of(row, holding, warnings, next);
    }

    private static OutreachDetail of(
            OutreachRow row, @Nullable Holding hold, @Nullable List<FieldError> warnings, @Nullable Next next) {
        Situation s = row.situation();
        LockedEmail email = s.email();
        return new OutreachDetail(
                row.id(),
                s.state(),
                s.state() == OutreachState.CLOSED ? s.ground().outcome() : null,
                attention(row),
                s.round(),
                row.prospectId(),
                row.executiveId(),
                s.storyId(),
                row.ownerId(),
                row.teamId(),
                row.language(),
                row.businessUserRole(),
                email == null ? null : email.version(),
                email == null ? null : email.hash(),
                s.scriptApproved(),
                s.voicemailLeft(),
                s.mailOut(),
                !s.storyBarred() && row.storyPermitted(),
                new Wait(
                        s.waitNumber(),
                        s.waitLength(),
                        s.waitCountedIn(),
                        s.waitFrom(),
                        s.waitUntil(),
                        row.waitDueAt()),
                nextStep(row),
                hold,
                warnings,
                next,
                row.openedAt(),
                row.updatedAt(),
                row.version());
    }

    private static @Nullable Attention attention(OutreachRow row) {
        OutreachRow.Attention wrong = row.attention();
        AttentionReason reason = row.situation().ground().attention();
        return wrong == null || reason == null ? null : new Attention(reason, wrong.detail(), wrong.since());
    }

    private static @Nullable NextStep nextStep(OutreachRow row) {
        OutreachRow.NextStep step = row.nextStep();
        return step == null ? null : new NextStep(step.what(), step.on(), step.contactName());
    }
}
