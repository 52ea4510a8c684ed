package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.OutreachMoved;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Follows an outreach from state to state. */
@ApplicationScoped
class MirrorMoves implements EventHandler<OutreachMoved> {
    private final Mirror mirror;
    private final Event<OutreachStateChanged> changed;

    MirrorMoves(Mirror mirror, Event<OutreachStateChanged> changed) {
        this.mirror = mirror;
        this.changed = changed;
    }

    @Override
    public Class<OutreachMoved> eventClass() {
        return OutreachMoved.class;
    }

    @Override
    public void handle(Received<OutreachMoved> received) {
        OutreachMoved event = received.data();
        if (mirror.moved(event)) {
            changed.fire(new OutreachStateChanged(event.ref().outreachId(), event.to(), event.at()));
        }
    }
}
