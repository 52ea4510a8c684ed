package dev.tightrope.scheduler.explanation;

/** What keeps an outreach, or the reminders of it, from going on. */
public enum Rule {
    /** None of its moves has arrived here. */
    NOT_KNOWN_YET(Actor.TIGHTROPE),
    /** No call is prepared before the e-mail is approved. */
    EMAIL_NOT_APPROVED(Actor.REP),
    /** Nobody calls before homework and script are done. */
    SCRIPT_NOT_APPROVED(Actor.REP),
    /** The e-mail does not go before a voicemail or a conversation is recorded. */
    CALL_TO_MAKE(Actor.REP),
    /** Nobody was reached, and the next call is planned. */
    CALL_PLANNED(Actor.REP),
    /** It is being handed to the mail server. */
    EMAIL_ON_ITS_WAY(Actor.TIGHTROPE),
    /** It was sent, and the wait is to be told in a moment. */
    WAIT_TO_BEGIN(Actor.TIGHTROPE),
    /** During the wait we are silent. */
    WAIT_RUNNING(Actor.PROSPECT),
    /** Its end is being told. */
    WAIT_OVER(Actor.TIGHTROPE),
    /** The rep has to decide how it goes on. */
    FOLLOW_UP_TO_DO(Actor.REP),
    /** An answer stops everything until its meaning is said. */
    MEANING_TO_SAY(Actor.REP),
    /** The next step has its day. */
    NEXT_STEP_AHEAD(Actor.REP),
    /** That day has passed. */
    NEXT_STEP_OVERDUE(Actor.REP),
    /** No next step is known. */
    NEXT_STEP_MISSING(Actor.REP),
    /** Something has to be mended first. */
    DECISION_NEEDED(Actor.REP),
    /** A lost deal rests until it is time to come back. */
    RETURN_PLANNED(Actor.NOBODY),
    /** It ended. */
    CLOSED(Actor.NOBODY),
    /** A message may be an answer: reminders and calls are paused until somebody says so or not. */
    SUGGESTION_OPEN(Actor.REP),
    /** The rep does not work today, is away or the company is closed: nothing falls due. */
    DAY_OFF(Actor.NOBODY),
    /** The clock jumped: no timer fires until that is confirmed. */
    CLOCK_HELD(Actor.ADMIN),
    /** Mails to somebody wait until their profile is here. */
    PROFILE_MISSING(Actor.REP),
    /** Mails to somebody wait until their profile has an address. */
    ADDRESS_MISSING(Actor.REP),
    /** The mail server refused a mail's recipient for good. */
    MAIL_REFUSED(Actor.MANAGER),
    /** A mail could not be handed over and is tried again. */
    MAIL_DELAYED(Actor.TIGHTROPE);

    private final Actor actor;

    Rule(Actor actor) {
        this.actor = actor;
    }

    /** Who has to act. */
    public Actor actor() {
        return actor;
    }
}
