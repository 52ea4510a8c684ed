package dev.tightrope.voicemail.call;

/** What came of a dial. */
public enum CallOutcome {
    /** The message is on the executive's voicemail. */
    VOICEMAIL_LEFT(true, false),
    /** The executive answered and heard the message. */
    SPOKEN(true, false),
    /** A meeting was agreed. */
    MEETING_AGREED(true, false),
    /** The executive named somebody to turn to. */
    REFERRED(true, false),
    /** Nobody answered and no voicemail took the message. */
    NO_ANSWER(false, true),
    /** The line was busy. */
    BUSY(false, true),
    /** Somebody else answered; no message is left with them. */
    ASSISTANT_ANSWERED(false, true),
    /** The voicemail broke off before the closing phrase. */
    VOICEMAIL_CUT_OFF(false, true),
    /** The number is not the executive's. */
    WRONG_NUMBER(false, false),
    /** The executive said no. */
    DECLINED(false, false);

    private final boolean promisesEmail;
    private final boolean calledAgain;

    CallOutcome(boolean promisesEmail, boolean calledAgain) {
        this.promisesEmail = promisesEmail;
        this.calledAgain = calledAgain;
    }

    /** Whether the executive heard that an e-mail will come: it goes out now, and only then. */
    public boolean promisesEmail() {
        return promisesEmail;
    }

    /** Whether another attempt follows. */
    public boolean calledAgain() {
        return calledAgain;
    }
}
