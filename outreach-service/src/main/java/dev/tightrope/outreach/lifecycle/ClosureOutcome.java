package dev.tightrope.outreach.lifecycle;

/** How an outreach ended. */
public enum ClosureOutcome {
    /** They bought. */
    WON,
    /** They bought elsewhere or not at all; a strong second place. */
    LOST,
    /** Nobody ever answered. */
    NO_RESPONSE,
    /** They said no. */
    DECLINED,
    /** They asked not to be contacted any more. */
    OPTED_OUT,
    /** The executive cannot be reached. */
    UNREACHABLE,
    /** We gave it up. */
    CANCELLED;

    /** Whether an answer that comes late opens the outreach again. */
    public boolean reopensOnResponse() {
        return switch (this) {
            case NO_RESPONSE, UNREACHABLE, CANCELLED -> true;
            case WON, LOST, DECLINED, OPTED_OUT -> false;
        };
    }
}
