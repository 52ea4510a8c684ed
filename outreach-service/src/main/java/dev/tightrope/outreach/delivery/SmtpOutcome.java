package dev.tightrope.outreach.delivery;

/** What came of one attempt to hand a mail over. */
sealed interface SmtpOutcome {

    /** The server took responsibility for the mail. */
    record Accepted(String reply) implements SmtpOutcome {}

    /** The server said no, for now. */
    record RefusedForNow(SmtpPhase phase, int code, String reply) implements SmtpOutcome {}

    /** The server said no to this mail or recipient, for good. */
    record RefusedForGood(SmtpPhase phase, int code, String reply) implements SmtpOutcome {}

    /** The conversation ended before the dot: the server cannot have accepted the mail. */
    record LostBeforeDot(SmtpPhase phase, String reason) implements SmtpOutcome {}

    /** The conversation ended after the dot: nobody on this side knows whether the server accepted the mail. */
    record LostAfterDot(String reason) implements SmtpOutcome {}

    /** The fence held the mail back just before the dot. */
    record HeldBack(String reason) implements SmtpOutcome {}
}
