package dev.tightrope.voicemail.suppression;

import dev.tightrope.events.CompanyHeld;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class CompanyHeldHandler implements EventHandler<CompanyHeld> {
    private final CompanyDomains domains;

    CompanyHeldHandler(CompanyDomains domains) {
        this.domains = domains;
    }

    @Override
    public Class<CompanyHeld> eventClass() {
        return CompanyHeld.class;
    }

    @Override
    public void handle(Received<CompanyHeld> received) {
        domains.keep(received.data());
    }
}
