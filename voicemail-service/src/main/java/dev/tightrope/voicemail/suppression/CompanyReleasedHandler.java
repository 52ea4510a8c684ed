package dev.tightrope.voicemail.suppression;

import dev.tightrope.events.CompanyReleased;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CompanyReleasedHandler implements EventHandler<CompanyReleased> {
    private final CompanyDomains domains;

    CompanyReleasedHandler(CompanyDomains domains) {
        this.domains = domains;
    }

    @Override
    public Class<CompanyReleased> eventClass() {
        return CompanyReleased.class;
    }

    @Override
    public void handle(Received<CompanyReleased> received) {
        domains.forget(received.data().holdId());
    }
}
