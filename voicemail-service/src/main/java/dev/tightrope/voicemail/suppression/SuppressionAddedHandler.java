package dev.tightrope.voicemail.suppression;

import dev.tightrope.events.SuppressionAdded;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SuppressionAddedHandler implements EventHandler<SuppressionAdded> {
    private final Suppressions suppressions;

    SuppressionAddedHandler(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public Class<SuppressionAdded> eventClass() {
        return SuppressionAdded.class;
    }

    @Override
    public void handle(Received<SuppressionAdded> received) {
        suppressions.add(received.data());
    }
}
