package dev.tightrope.outreach.prospect;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.address.Domains;
import dev.tightrope.outreach.input.FieldErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Replaces what is recorded of a prospect. */
@ApplicationScoped
class ChangeProspect {
    private final Jdbi jdbi;
    private final Caller caller;
    private final ProspectRules rules;
    private final DomainInUse domainInUse;
    private final Prospects prospects;
    private final Event<CompanyChanged> companyChanged;
    private final Clock clock;

    ChangeProspect(
            Jdbi jdbi,
            Caller caller,
            ProspectRules rules,
            DomainInUse domainInUse,
            Prospects prospects,
            Event<CompanyChanged> companyChanged,
            Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.rules = rules;
        this.domainInUse = domainInUse;
        this.prospects = prospects;
        this.companyChanged = companyChanged;
        this.clock = clock;
    }

    @Transactional
    Prospect change(UUID id, ProspectRequest request, String ifMatch) {
        rules.serialise();
        Prospect before = jdbi.withHandle(
                        handle -> handle.createQuery("SELECT * FROM prospect WHERE id = :id FOR NO KEY UPDATE")
                                .bind("id", id)
                                .map(new ProspectMapper())
                                .findOne())
                .orElseThrow(() -> Problems.notFound("prospect", id));
        ETags.check(ifMatch, before.version());
        FieldErrors errors = new FieldErrors();
        List<String> domains = errors.domains("/domains", request.domainsOrNone());
        errors.refuseIfAny();
        rules.checkSeparation(before.separate(), request.isSeparate());
        rules.checkSameParent(before.parentId(), request.parentId());
        domainInUse.checkRemoval(before, domains);
        rules.checkParent(id, request.parentId());
        rules.checkDomains(id, request.parentId(), domains);
        Set<UUID> concerned = new TreeSet<>(companyOf(id));
        Prospect after = update(id, request, domains);
        concerned.addAll(companyOf(id));
        companyChanged.fire(new CompanyChanged(
                concerned, caller.personId(), caller.name(), rules.reasonToJoin(request.overrideReason())));
        return after;
    }

    private List<UUID> companyOf(UUID id) {
        return prospects.companyOf(id).map(Company::prospectIds).orElse(List.of());
    }

    private Prospect update(UUID id, ProspectRequest request, List<String> domains) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE prospect
                        SET name = :name, domains = :domains, organisational_domains = :organisational,
                            parent_id = :parent, separate = :separate,
                            country = :country, industry = :industry,
                            updated_at = :now, updated_by = :by, version = version + 1
                        WHERE id = :id
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
