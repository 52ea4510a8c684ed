package dev.tightrope.outreach.lifecycle;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything about an outreach that decides what may happen next.
 *
 * @param ground where it stands, apart from responses and engagement
 * @param engaged whether the sales work started
 * @param responded whether a response waits to be given a meaning
 * @param round its current round, from 1
 * @param storyId story of the round
 * @param storyBarred whether that story may not be told any more
 * @param voicemailBefore whether a voicemail or conversation besides the current promise is recorded
 * @param email the locked e-mail of the round
 * @param scriptApproved whether the script of the round is approved
 * @param promise the announcement of the round
 * @param voidAttempt the attempt whose promise somebody else heard, as its number was not the executive's
 * @param correctedTo address the e-mail of the round goes to instead of the approved one
 * @param mailOut whether the mail server accepted the e-mail of the round
 * @param waitLength how long this round waits, ISO 8601
 * @param waitCountedIn which days that length counts
 * @param waitUntil fixed end of the wait instead
 * @param waitFrom when the silence of the round began; kept while it is interrupted, so that it can be resumed
 * @param waitNumber number of the latest wait of the outreach; 0 before the first
 */
public record Situation(
        Ground ground,
        boolean engaged,
        boolean responded,
        int round,
        UUID storyId,
        boolean storyBarred,
        boolean voicemailBefore,
        @Nullable LockedEmail email,
        boolean scriptApproved,
        @Nullable Promise promise,
        @Nullable UUID voidAttempt,
        @Nullable String correctedTo,
        boolean mailOut,
        String waitLength,
        DayCount waitCountedIn,
        @Nullable Instant waitUntil,
        @Nullable Instant waitFrom,
        int waitNumber) {

    /** An outreach that was just opened. */
    public static Situation opened(UUID storyId, String waitLength) {
        return opened(storyId, waitLength, DayCount.DAYS);
    }

    /** The same with a wait that may count working days only. */
    public static Situation opened(UUID storyId, String waitLength, DayCount waitCountedIn) {
        return new Situation(
                Ground.of(OutreachState.PREPARING_EMAIL),
                false,
                false,
                1,
                storyId,
                false,
                false,
                null,
                false,
                null,
                null,
                null,
                false,
                waitLength,
                waitCountedIn,
                null,
                null,
                0);
    }

    /** The state of the life-cycle table. */
    public OutreachState state() {
        if (responded) {
            return OutreachState.RESPONDED;
        }
        return engaged ? OutreachState.ENGAGED : ground.state();
    }

    /** Whether a voicemail or conversation of any round is recorded: from then on a person may answer. */
    public boolean voicemailLeft() {
        return voicemailBefore || promise != null;
    }

    /** Whether the promised e-mail may go now: an answer on top does not break the promise, everything else does. */
    public boolean mailDue() {
        return ground.state() == OutreachState.SENDING_EMAIL && promise != null && promise.releasedAt() != null;
    }

    /** Whether the e-mail was ever let go in this round, so that a fact about it can be true. */
    boolean mailLetGo() {
        return promise != null
                && promise.releasedAt() != null
                && promise.email().equals(email);
    }

    /** Whether an e-mail is promised that is not out. */
    boolean promiseOpen() {
        return promise != null && !mailOut;
    }

    Change change() {
        return new Change(this);
    }

    /** A copy with some things different. */
    static final class Change {
        private Ground ground;
        private boolean engaged;
        private boolean responded;
        private int round;
        private UUID storyId;
        private boolean storyBarred;
        private boolean voicemailBefore;
        private @Nullable LockedEmail email;
        private boolean scriptApproved;
        private @Nullable Promise promise;
        private @Nullable UUID voidAttempt;
        private @Nullable String correctedTo;
        private boolean mailOut;
        private String waitLength;
        private DayCount waitCountedIn;
        private @Nullable Instant waitUntil;
        private @Nullable Instant waitFrom;
        private int waitNumber;

        private Change(Situation s) {
            ground = s.ground;
            engaged = s.engaged;
            responded = s.responded;
            round = s.round;
            storyId = s.storyId;
            storyBarred = s.storyBarred;
            voicemailBefore = s.voicemailBefore;
            email = s.email;
            scriptApproved = s.scriptApproved;
            promise = s.promise;
            voidAttempt = s.voidAttempt;
            correctedTo = s.correctedTo;
            mailOut = s.mailOut;
            waitLength = s.waitLength;
            waitCountedIn = s.waitCountedIn;
            waitUntil = s.waitUntil;
            waitFrom = s.waitFrom;
            waitNumber = s.waitNumber;
        }

        Change ground(OutreachState value) {
            return ground(Ground.of(value));
        }

        Change ground(Ground value) {
            ground = value;
            return this;
        }

        Change engaged(boolean value) {
            engaged = value;
            return this;
        }

        Change responded(boolean value) {
            responded = value;
            return this;
        }

        Change email(@Nullable LockedEmail value) {
            email = value;
            // A correction was one of the recipient approved before.
            correctedTo = null;
            scriptApproved = false;
            return this;
        }

        Change scriptApproved(boolean value) {
            scriptApproved = value;
            return this;
        }

        Change promise(@Nullable Promise value) {
            promise = value;
            return this;
        }

        /** It was no promise to the executive; but it was heard, and may be answered. */
        Change withoutPromiseOf(UUID attempt) {
            promise = null;
            voidAttempt = attempt;
            return voicemailBefore();
        }

        Change voicemailBefore() {
            voicemailBefore = true;
            return this;
        }

        Change storyBarred(boolean value) {
            storyBarred = value;
            return this;
        }

        Change correctedTo(String value) {
            correctedTo = value;
            return this;
        }

        Change mailOut(boolean value) {
            mailOut = value;
            return this;
        }

        /** The silence counts from that moment; the next wait has the next number. */
        Change waitFrom(Instant from, @Nullable Instant until) {
            waitFrom = from;
            waitUntil = until;
            return this;
        }

        Change waitUntil(@Nullable Instant until) {
            waitUntil = until;
            return this;
        }

        Change nextWait() {
            waitNumber++;
            return this;
        }

        Change nextRound(UUID story, String length, DayCount countedIn) {
            voicemailBefore = voicemailBefore || promise != null;
            round++;
            storyId = story;
            storyBarred = false;
            email = null;
            scriptApproved = false;
            promise = null;
            voidAttempt = null;
            correctedTo = null;
            mailOut = false;
            waitLength = length;
            waitCountedIn = countedIn;
            waitUntil = null;
            waitFrom = null;
            return this;
        }

        Situation done() {
            return new Situation(
                    ground,
                    engaged,
                    responded,
                    round,
                    storyId,
                    storyBarred,
                    voicemailBefore,
                    email,
                    scriptApproved,
                    promise,
                    voidAttempt,
                    correctedTo,
                    mailOut,
                    waitLength,
                    waitCountedIn,
                    waitUntil,
                    waitFrom,
                    waitNumber);
        }
    }
}
