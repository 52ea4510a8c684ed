package dev.tightrope.outreach.email;

import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Opens a locked e-mail again; {@link VoidApproval} does the rest. */
@ApplicationScoped
class ReopenEmail {
    private final OutreachMoves moves;

    ReopenEmail(OutreachMoves moves) {
        this.moves = moves;
    }

    @Transactional
    void reopen(UUID outreachId, Visibility who, Actor actor, String reason) {
        moves.command(outreachId, who, actor, new OutreachTrigger.EmailReopened(reason));
    }
}
