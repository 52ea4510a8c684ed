package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import java.util.UUID;

/** The one way to move an outreach: locks it, decides, keeps the history, publishes the facts. */
public interface OutreachMoves {

    /**
     * A person asks for a move. Must run in a transaction.
     *
     * @return the outreach after it
     * @throws dev.tightrope.api.ProblemException 404 if {@code who} may not see it; 409 with the state, what was tried
     *     and what has to happen first
     */
    OutreachView command(UUID outreachId, Visibility who, Actor actor, OutreachTrigger trigger);

    /**
     * Something happened. Applied, or recorded in the history with the reason why it has no effect. Must run in a
     * transaction; an unknown outreach is a {@link dev.tightrope.api.ProblemException} 404.
     *
     * @param cause what led to it, in words
     */
    Applied event(UUID outreachId, Actor actor, OutreachTrigger trigger, String cause);

    /**
     * What came of an event.
     *
     * @param outreach the outreach after it
     * @param applied whether it had an effect
     * @param reason why it had none; empty if it had
     */
    record Applied(OutreachView outreach, boolean applied, String reason) {}
}
