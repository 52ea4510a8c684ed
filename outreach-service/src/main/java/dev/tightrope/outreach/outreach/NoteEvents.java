package dev.tightrope.outreach.outreach;

import dev.tightrope.events.TightropeEvent;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Keeps events in the history that are worth knowing and move nothing. */
@ApplicationScoped
class NoteEvents {
    private final OutreachStore store;
    private final HistoryStore history;
    private final Actors actors;

    NoteEvents(OutreachStore store, HistoryStore history, Actors actors) {
        this.store = store;
        this.history = history;
        this.actors = actors;
    }

    void note(Received<? extends TightropeEvent> received, UUID outreachId, String what, String cause) {
        OutreachRow row = store.lock(outreachId);
        String state = row.state().name();
        history.append(new HistoryStore.Entry(
                outreachId,
                row.situation().round(),
                actors.of(received),
                what,
                true,
                cause,
                state,
                state,
                received.data()));
    }
}
