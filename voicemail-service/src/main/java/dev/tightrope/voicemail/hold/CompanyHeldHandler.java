package dev.tightrope.voicemail.hold;

import dev.tightrope.events.CompanyHeld;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CompanyHeldHandler implements EventHandler<CompanyHeld> {
    private final CompanyHolds holds;

    CompanyHeldHandler(CompanyHolds holds) {
        this.holds = holds;
    }

    @Override
    public Class<CompanyHeld> eventClass() {
        return CompanyHeld.class;
    }

    @Override
    public void handle(Received<CompanyHeld> received) {
        holds.keep(received.data());
    }
}
