package dev.tightrope.voicemail.hold;

import dev.tightrope.events.CompanyReleased;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CompanyReleasedHandler implements EventHandler<CompanyReleased> {
    private final CompanyHolds holds;

    CompanyReleasedHandler(CompanyHolds holds) {
        this.holds = holds;
    }

    @Override
    public Class<CompanyReleased> eventClass() {
        return CompanyReleased.class;
    }

    @Override
    public void handle(Received<CompanyReleased> received) {
        holds.forget(received.data().holdId());
    }
}
