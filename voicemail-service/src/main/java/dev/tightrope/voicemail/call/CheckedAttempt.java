package dev.tightrope.voicemail.call;

import dev.tightrope.voicemail.input.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request whose data fits its outcome. */
record CheckedAttempt(
        UUID outreachId,
        CallOutcome outcome,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String notes,
        @Nullable Instant meetingAt,
        @Nullable ReferredTo referredTo,
        @Nullable Instant nextAttemptAt,
        @Nullable Boolean quietPlace) {
    /** The client's clock may be a little ahead of the database's. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private static final Duration FARTHEST = Duration.ofDays(730);

    /**
     * Checks a request.
     *
     * @throws dev.tightrope.api.ProblemException 400 naming every field that is missing, wrong, or of another outcome
     */
    static CheckedAttempt of(CallAttemptRequest request, Instant now) {
        Fields fields = new Fields();
        UUID outreachId = request.outreachId();
        CallOutcome outcome = request.outcome();
        if (outreachId == null) {
            fields.wrong("/outreachId", "must be given");
        }
        if (outcome == null) {
            fields.wrong("/outcome", "must be given");
        }
        Instant startedAt = request.startedAt() == null ? now : request.startedAt();
        past(fields, "/startedAt", startedAt, now);
        past(fields, "/endedAt", request.endedAt(), now);
        if (request.endedAt() != null
                && request.startedAt() != null
                && request.endedAt().isBefore(startedAt)) {
            fields.wrong("/endedAt", "must not be before startedAt");
        }
        if (request.endedAt() != null && request.startedAt() == null) {
            startedAt = request.endedAt().isBefore(now) ? request.endedAt() : now;
        }
        String notes = fields.text("/notes", request.notes(), 4_000);
        future(fields, "/meetingAt", request.meetingAt(), now);
        future(fields, "/nextAttemptAt", request.nextAttemptAt(), now);
        ReferredTo referredTo = referral(fields, request.referredTo());
        if (outcome != null) {
            fits(fields, outcome, request);
        }
        fields.check();
        if (outreachId == null || outcome == null) {
            throw new IllegalStateException("Missing fields passed the check");
        }
        return new CheckedAttempt(
                outreachId,
                outcome,
                startedAt,
                request.endedAt(),
                notes,
                request.meetingAt(),
                referredTo,
                request.nextAttemptAt(),
                request.quietPlace());
    }

    private static void fits(Fields fields, CallOutcome outcome, CallAttemptRequest request) {
        if (outcome == CallOutcome.MEETING_AGREED && request.meetingAt() == null) {
            fields.wrong("/meetingAt", "must be given with MEETING_AGREED");
        }
        if (outcome != CallOutcome.MEETING_AGREED && request.meetingAt() != null) {
            fields.wrong("/meetingAt", "belongs to MEETING_AGREED only");
        }
        if (outcome == CallOutcome.REFERRED && request.referredTo() == null) {
            fields.wrong("/referredTo", "must be given with REFERRED");
        }
        if (outcome != CallOutcome.REFERRED && request.referredTo() != null) {
            fields.wrong("/referredTo", "belongs to REFERRED only");
        }
        if (!outcome.calledAgain() && request.nextAttemptAt() != null) {
            fields.wrong("/nextAttemptAt", "belongs to outcomes after which you call again only");
        }
    }

    private static @Nullable ReferredTo referral(Fields fields, @Nullable ReferredTo to) {
        if (to == null) {
            return null;
        }
        String name = fields.line("/referredTo/name", to.name(), 200);
        if (name == null) {
            fields.wrong("/referredTo/name", "must be given");
        }
        return new ReferredTo(
                name, fields.line("/referredTo/role", to.role(), 200), fields.phone("/referredTo/phone", to.phone()));
    }

    private static void past(Fields fields, String pointer, @Nullable Instant time, Instant now) {
        if (time != null && time.isAfter(now.plus(AHEAD))) {
            fields.wrong(pointer, "must not be in the future");
        }
        if (time != null && time.isBefore(now.minus(FARTHEST))) {
            fields.wrong(pointer, "must not be more than two years ago");
        }
    }

    private static void future(Fields fields, String pointer, @Nullable Instant time, Instant now) {
        if (time != null && !time.isAfter(now)) {
            fields.wrong(pointer, "must be in the future");
        }
        if (time != null && time.isAfter(now.plus(FARTHEST))) {
            fields.wrong(pointer, "must be within two years");
        }
    }
}
