package dev.tightrope.outreach.outreach;

import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps events in the history that are worth knowing and move nothing. */
@ApplicationScoped
class NoteEvents {
    private final OutreachStore store;
    private final HistoryStore history;

    NoteEvents(OutreachStore store, HistoryStore history) {
        this.store = store;
        this.history = history;
    }

    void note(Received<?> received, UUID outreachId, String what, String cause) {
        OutreachRow row = store.lock(outreachId);
        String state = row.state().name();
        history.append(new HistoryStore.Entry(
                outreachId,
                row.situation().round(),
                Actor.system(received.source()),
                what,
                true,
                cause,
                state,
                state,
                received.data()));
    }
}
