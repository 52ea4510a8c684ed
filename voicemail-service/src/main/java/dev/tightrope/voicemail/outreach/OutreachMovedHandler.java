package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.OutreachMoved;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class OutreachMovedHandler implements EventHandler<OutreachMoved> {
    private final Mirror mirror;

    OutreachMovedHandler(Mirror mirror) {
        this.mirror = mirror;
    }

    @Override
    public Class<OutreachMoved> eventClass() {
        return OutreachMoved.class;
    }

    @Override
    public void handle(Received<OutreachMoved> received) {
        OutreachMoved moved = received.data();
        mirror.touch(moved.ref());
        mirror.moved(moved);
    }
}
