package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Problems;
import dev.tightrope.events.ExecutiveFacts;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What the other services need to know of an executive. */
@ApplicationScoped
class ExecutiveFactsOf {
    private final Executives executives;

    ExecutiveFactsOf(Executives executives) {
        this.executives = executives;
    }

    ExecutiveFacts of(UUID executiveId) {
        Executive executive =
                executives.byId(executiveId).orElseThrow(() -> Problems.notFound("executive", executiveId));
        return new ExecutiveFacts(
                executive.id(),
                executive.name(),
                executive.title(),
                executive.phone() == null ? "" : executive.phone(),
                executive.zone(),
                executive.language(),
                executive.region());
    }
}
