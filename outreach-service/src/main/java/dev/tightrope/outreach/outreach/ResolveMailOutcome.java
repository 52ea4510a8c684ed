package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rep found out whether an e-mail whose connection broke after the final dot had been accepted. */
@ApplicationScoped
class ResolveMailOutcome {
    private final Caller caller;
    private final People people;
    private final OutreachMoves moves;
    private final OutreachStore store;
    private final Duration quarantine;
    private final Clock clock;

    ResolveMailOutcome(
            Caller caller,
            People people,
            OutreachMoves moves,
            OutreachStore store,
            @ConfigProperty(name = "tightrope.mail.resend-quarantine", defaultValue = "PT15M") Duration quarantine,
            Clock clock) {
        this.caller = caller;
        this.people = people;
        this.moves = moves;
        this.store = store;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    @Transactional
    void resolve(UUID id, boolean sent) {
        OutreachRow row = store.find(id, people.visibilityOf(caller));
        if (!sent) {
            requireQuarantineOver(row);
        }
        moves.command(
                id,
                people.visibilityOf(caller),
                Actor.of(caller),
                new OutreachTrigger.UnknownOutcomeResolved(sent, clock.instant()));
    }

    /** A server that took the mail may still be slow to show it; sending it twice is worse than waiting. */
    private void requireQuarantineOver(OutreachRow row) {
        OutreachRow.Attention wrong = row.attention();
        if (wrong == null || row.situation().ground().attention() != AttentionReason.OUTCOME_UNKNOWN) {
            return;
        }
        Instant earliest = wrong.since().plus(quarantine);
        if (clock.instant().isBefore(earliest)) {
            throw Problems.conflict(
                    "resend-quarantine",
                    "The e-mail may still turn up at the other side: it can be sent again from " + earliest + " on.",
                    Map.of("earliest", earliest));
        }
    }
}
