package dev.tightrope.outreach.prospect;

import dev.tightrope.api.Caller;
import dev.tightrope.outreach.address.Domains;
import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Records a company we want as a customer, with whatever is known of it. */
@ApplicationScoped
class RecordProspect {
    private final Jdbi jdbi;
    private final Caller caller;
    private final ProspectRules rules;
    private final Prospects prospects;
    private final Event<CompanyChanged> companyChanged;
    private final Ids ids;
    private final Clock clock;

    RecordProspect(
            Jdbi jdbi,
            Caller caller,
            ProspectRules rules,
            Prospects prospects,
            Event<CompanyChanged> companyChanged,
            Ids ids,
            Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.rules = rules;
        this.prospects = prospects;
        this.companyChanged = companyChanged;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Prospect record(ProspectRequest request) {
        FieldErrors errors = new FieldErrors();
        List<String> domains = errors.domains("/domains", request.domainsOrNone());
        errors.refuseIfAny();
        rules.checkSeparation(false, request.isSeparate());
        String reason = rules.reasonToJoin(request.overrideReason());
        UUID id = ids.next();
        rules.serialise();
        rules.checkParent(id, request.parentId());
        rules.checkDomains(id, request.parentId(), domains);
        Prospect recorded = insert(id, request, domains);
        // A prospect of its own makes no company another one than it was.
        Set<UUID> concerned =
                new TreeSet<>(prospects.companyOf(id).map(Company::prospectIds).orElse(List.of()));
        if (concerned.size() > 1) {
            companyChanged.fire(new CompanyChanged(concerned, caller.personId(), caller.name(), reason));
        }
        return recorded;
    }

    private Prospect insert(UUID id, ProspectRequest request, List<String> domains) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO prospect (id, name, domains, organisational_domains, parent_id, separate, country, industry,
                                              created_at, created_by, updated_at, updated_by, version)
                        VALUES (:id, :name, :domains, :organisational, :parent, :separate, :country, :industry,
                                :now, :by, :now, :by, 1)
                        RETURNING *
                        """)
                .bind("id", id)
                .bind("name", request.name().strip())
                .bindArray("domains", String.class, domains)
                .bindArray("organisational", String.class, Domains.organisational(domains))
                .bind("parent", request.parentId())
                .bind("separate", request.isSeparate())
                .bind("country", request.countryCode())
                .bind("industry", request.industry())
                .bind("now", clock.instant())
                .bind("by", caller.personId())
                .map(new ProspectMapper())
                .one());
    }
}
