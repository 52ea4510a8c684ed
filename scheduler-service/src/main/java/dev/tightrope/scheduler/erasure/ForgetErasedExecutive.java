package dev.tightrope.scheduler.erasure;

import dev.tightrope.events.ExecutiveErased;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets with the event. */
@ApplicationScoped
class ForgetErasedExecutive implements EventHandler<ExecutiveErased> {
    private final ErasedOutreaches erased;

    ForgetErasedExecutive(ErasedOutreaches erased) {
        this.erased = erased;
    }

    @Override
    public Class<ExecutiveErased> eventClass() {
        return ExecutiveErased.class;
    }

    @Override
    public void handle(Received<ExecutiveErased> received) {
        erased.add(received.data().outreachIds(), received.data().at());
    }
}
