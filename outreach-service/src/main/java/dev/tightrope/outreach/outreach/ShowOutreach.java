package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers with an outreach as the caller may see it. */
@ApplicationScoped
class ShowOutreach {
    private final Caller caller;
    private final People people;
    private final OutreachStore store;
    private final CompanyHolds holds;
    private final Clock clock;

    ShowOutreach(Caller caller, People people, OutreachStore store, CompanyHolds holds, Clock clock) {
        this.caller = caller;
        this.people = people;
        this.store = store;
        this.holds = holds;
        this.clock = clock;
    }

    Response ok(UUID id) {
        return with(Response.ok(), id, null);
    }

    Response with(Response.ResponseBuilder answer, UUID id, @Nullable List<FieldError> warnings) {
        OutreachRow row = store.find(id, people.visibilityOf(caller));
        return answer.entity(OutreachDetail.alone(row, holds.ofOutreach(id).orElse(null), warnings, clock.instant()))
                .tag(ETags.of(row.version()))
                .build();
    }
}
