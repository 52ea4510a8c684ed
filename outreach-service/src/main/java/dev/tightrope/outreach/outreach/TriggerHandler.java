package dev.tightrope.outreach.outreach;

import dev.tightrope.events.TightropeEvent;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import java.util.UUID;

/** An event of another service that is a trigger of the life cycle. */
abstract class TriggerHandler<E extends TightropeEvent> implements EventHandler<E> {
    private final Class<E> eventClass;
    private final OutreachMoves moves;
    private final Actors actors;

    TriggerHandler(Class<E> eventClass, OutreachMoves moves, Actors actors) {
        this.eventClass = eventClass;
        this.moves = moves;
        this.actors = actors;
    }

    @Override
    public Class<E> eventClass() {
        return eventClass;
    }

    void move(UUID outreachId, Received<E> received, OutreachTrigger trigger, String cause) {
        moves.event(outreachId, actors.of(received), trigger, cause);
    }
}
