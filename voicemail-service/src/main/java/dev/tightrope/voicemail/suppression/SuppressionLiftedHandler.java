package dev.tightrope.voicemail.suppression;

import dev.tightrope.events.SuppressionLifted;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SuppressionLiftedHandler implements EventHandler<SuppressionLifted> {
    private final Suppressions suppressions;

    SuppressionLiftedHandler(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    @Override
    public Class<SuppressionLifted> eventClass() {
        return SuppressionLifted.class;
    }

    @Override
    public void handle(Received<SuppressionLifted> received) {
        suppressions.lift(
                received.data().suppressionId(),
                received.data().kind(),
                received.data().value());
    }
}
