package dev.tightrope.outreach.outreach;

import dev.tightrope.events.AttentionNeeded;
import dev.tightrope.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Keeps in the history what an inbound mail tells without moving the outreach. */
@ApplicationScoped
public class NoteMail {
    /** Reason under which the rep is asked to confirm something by hand; moves nothing. */
    static final String CHALLENGED = "CHALLENGED";

    private static final Actor INBOUND = Actor.system("inbound mail");

    private final OutreachStore store;
    private final HistoryStore history;
    private final Outbox outbox;
    private final Clock clock;

    NoteMail(OutreachStore store, HistoryStore history, Outbox outbox, Clock clock) {
        this.store = store;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The mail could not be delivered so far. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void softBounce(UUID outreachId, UUID messageId, String cause) {
        note(store.lock(outreachId), "SOFT_BOUNCE", messageId, cause);
    }

    /** A mail filter asks whether a person sent the mail: the rep has to confirm that, and is told at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void challenge(UUID outreachId, UUID messageId, String cause) {
        OutreachRow row = store.lock(outreachId);
        note(row, CHALLENGED, messageId, cause);
        outbox.append(new AttentionNeeded(row.ref(), CHALLENGED, cause, clock.instant()));
    }

    private void note(OutreachRow row, String what, UUID messageId, String cause) {
        String state = row.state().name();
        history.append(new HistoryStore.Entry(
                row.id(),
                row.situation().round(),
                INBOUND,
                what,
                true,
                cause,
                state,
                state,
                Map.of("inboundMessageId", messageId)));
    }
}
