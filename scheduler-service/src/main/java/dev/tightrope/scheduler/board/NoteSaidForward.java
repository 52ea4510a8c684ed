package dev.tightrope.scheduler.board;

import dev.tightrope.events.ResponseDisposed;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** The rep knows best whether an answer shows that the mail was passed on, or has nothing to do with it. */
@ApplicationScoped
class NoteSaidForward implements EventHandler<ResponseDisposed> {
    private final Forwards forwards;

    NoteSaidForward(Forwards forwards) {
        this.forwards = forwards;
    }

    @Override
    public Class<ResponseDisposed> eventClass() {
        return ResponseDisposed.class;
    }

    @Override
    public void handle(Received<ResponseDisposed> received) {
        ResponseDisposed said = received.data();
        switch (said.disposition()) {
            case "PASSED_ON" -> forwards.noticed(said.responseId(), said.ref().outreachId(), received.time());
            case "NOT_FROM_THEM" -> forwards.wasNone(said.responseId());
            default -> {
                // What it means says nothing of who wrote it.
            }
        }
    }
}
