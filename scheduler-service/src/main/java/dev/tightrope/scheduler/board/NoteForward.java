package dev.tightrope.scheduler.board;

import dev.tightrope.events.ResponseChannel;
import dev.tightrope.events.ResponseReceived;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** A mail from somebody else than the executive shows that ours was passed on. */
@ApplicationScoped
class NoteForward implements EventHandler<ResponseReceived> {
    private final Forwards forwards;

    NoteForward(Forwards forwards) {
        this.forwards = forwards;
    }

    @Override
    public Class<ResponseReceived> eventClass() {
        return ResponseReceived.class;
    }

    @Override
    public void handle(Received<ResponseReceived> received) {
        ResponseReceived response = received.data();
        if (response.channel() == ResponseChannel.EMAIL && !response.fromExecutive()) {
            forwards.noticed(response.responseId(), response.ref().outreachId(), received.time());
        }
    }
}
