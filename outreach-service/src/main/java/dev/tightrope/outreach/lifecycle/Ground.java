package dev.tightrope.outreach.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * Where an outreach stands apart from responses and engagement, which lie on top of it and may be taken off again.
 *
 * @param state any state but RESPONDED and ENGAGED
 * @param outcome how it ended, when CLOSED
 * @param attention why it cannot go on, when NEEDS_ATTENTION
 */
public record Ground(
        OutreachState state,
        @Nullable ClosureOutcome outcome,
        @Nullable AttentionReason attention) {

    /** Refuses what lies on top, and reasons that do not belong to the state. */
    public Ground {
        if (state == OutreachState.RESPONDED || state == OutreachState.ENGAGED) {
            throw new IllegalArgumentException(state + " lies on top of where an outreach stands");
        }
        if ((state == OutreachState.CLOSED) != (outcome != null)
                || (state == OutreachState.NEEDS_ATTENTION) != (attention != null)) {
            throw new IllegalArgumentException(state + " with outcome " + outcome + ", attention " + attention);
        }
    }

    static Ground of(OutreachState state) {
        return new Ground(state, null, null);
    }

    static Ground attention(AttentionReason reason) {
        return new Ground(OutreachState.NEEDS_ATTENTION, null, reason);
    }

    static Ground closed(ClosureOutcome outcome) {
        return new Ground(OutreachState.CLOSED, outcome, null);
    }
}
