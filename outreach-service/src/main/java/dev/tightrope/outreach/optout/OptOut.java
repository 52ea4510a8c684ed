package dev.tightrope.outreach.optout;

/**
 * A wish not to be contacted any more.
 *
 * @param surety whether it may act alone
 * @param scope for whom it is said
 * @param words the words it rests on
 */
public record OptOut(Surety surety, Scope scope, String words) {
    /** How sure it is that this was meant. */
    public enum Surety {
        /** The text says it in complete phrases, and nothing else but courtesies and reasons. */
        UNMISTAKABLE,
        /** The text says it, and something else beside that somebody has to read. */
        LIKELY,
        /** The text says something that may be meant for the moment, the matter or the way. */
        POSSIBLE
    }

    /** For whom it is said. */
    public enum Scope {
        /** For whoever wrote it. */
        PERSON,
        /** Perhaps for everybody at the company. */
        PERHAPS_COMPANY,
        /** In so many words for everybody at the company. */
        COMPANY
    }

    /** Whether it may act alone. */
    public boolean unmistakable() {
        return surety == Surety.UNMISTAKABLE;
    }
}
