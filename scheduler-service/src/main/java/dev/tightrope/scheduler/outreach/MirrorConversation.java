package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.ConversationHeld;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Learns when the executive was spoken with. */
@ApplicationScoped
class MirrorConversation implements EventHandler<ConversationHeld> {
    private final Mirror mirror;

    MirrorConversation(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<ConversationHeld> eventClass() {
        return ConversationHeld.class;
    }

    @Override
    public void handle(Received<ConversationHeld> received) {
        ConversationHeld event = received.data();
        mirror.conversationHeld(event.ref(), event.attemptId(), event.recordedAt());
    }
}
