package dev.tightrope.scheduler.reminder;

/** What a mail to a rep or manager is about. */
enum ReminderKind {
    /** A wait is over and nobody answered. */
    FOLLOW_UP,
    /** A call could be made, and nobody makes it. */
    CALL_DUE,
    /** An answer came, and nobody says what it means. */
    DISPOSITION,
    /** The next step of an engagement is overdue. */
    NEXT_STEP,
    /** It is time to come back to a lost deal. */
    RETURN,
    /** Somebody at the prospect answered. */
    RESPONSE,
    /** A message may belong to the outreach. */
    SUGGESTION,
    /** The outreach cannot go on without a decision. */
    ATTENTION,
    /** A promised e-mail may not be sent. */
    WITHHELD,
    /** The competitor may not be named any more. */
    PERMISSION_ENDED,
    /** It was handed over to whom this goes, alone or with others. */
    HANDED_OVER,
    /** A mail to a rep was refused for good: their address is wrong. */
    ADDRESS_REFUSED,
    /** A mail account has to be signed in anew, or its mailbox cannot be read for another reason; about no outreach. */
    SIGN_IN,
    /** All that waits for one reader, in one mail; about no outreach. */
    DIGEST,
    /** What a team has in hand, for whoever manages it; about no outreach. */
    WEEKLY
}
