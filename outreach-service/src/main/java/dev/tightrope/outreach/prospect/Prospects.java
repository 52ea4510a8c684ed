package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.address.Domains;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Looks up prospects, and which of them count as one company. */
@ApplicationScoped
public class Prospects {
    /** Up the parents to the topmost, then down to everything below it; a separate prospect is a top of its own. */
    private static final String COMPANY = """
            WITH RECURSIVE up AS (
                SELECT id, parent_id, separate, 1 AS depth FROM prospect WHERE id = :id
                UNION ALL
                SELECT p.id, p.parent_id, p.separate, up.depth + 1
                FROM prospect p JOIN up ON p.id = up.parent_id
                WHERE NOT up.separate AND up.depth < 50
            ), top AS (
                SELECT id FROM up ORDER BY depth DESC LIMIT 1
            ), family AS (
                SELECT p.* FROM prospect p JOIN top ON p.id = top.id
                UNION
                SELECT p.* FROM prospect p JOIN family f ON p.parent_id = f.id WHERE NOT p.separate
            )
            SELECT f.*, top.id AS top_id FROM family f CROSS JOIN top ORDER BY f.id = top.id DESC, f.id
            """;

    private final Jdbi jdbi;

    Prospects(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The prospect with this id. */
    public Optional<Prospect> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM prospect WHERE id = :id")
                .bind("id", id)
                .map(new ProspectMapper())
                .findOne());
    }

    /**
     * The prospects a mail or web domain belongs to: {@code mail.acme.com} and {@code acme.com} are one company's, unless
     * it has a prospect of its own for each.
     */
    public List<Prospect> withDomain(String domain) {
        List<Prospect> related = withRegisteredDomainOf(domain);
        for (String part : Domains.withParents(domain)) {
            List<Prospect> closest = related.stream()
                    .filter(prospect -> prospect.domains().contains(part))
                    .toList();
            if (!closest.isEmpty()) {
                return closest;
            }
        }
        return related;
    }

    /** Every prospect with a domain that was registered together with this one. */
    public List<Prospect> withRegisteredDomainOf(String domain) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM prospect
                        WHERE organisational_domains && :organisational OR domains && :domains
                        ORDER BY id
                        """)
                .bindArray("organisational", String.class, List.of(Domains.organisational(domain)))
                .bindArray("domains", String.class, Domains.withParents(domain))
                .map(new ProspectMapper())
                .list());
    }

    /**
     * Keeps what counts as one company from changing until the transaction ends; whoever wants to do the same does not
     * wait, whoever changes a prospect does.
     */
    public void keepCompanies() {
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock_shared(:lock)")
                .bind("lock", ProspectRules.TREE_LOCK)
                .mapTo(Integer.class)
                .one());
    }

    /** The company a prospect is part of, as far as holds are concerned. */
    public Optional<Company> companyOf(UUID prospectId) {
        List<Prospect> family = familyFrom(prospectId);
        return family.isEmpty() ? Optional.empty() : Optional.of(company(family));
    }

    /**
     * Parent, subsidiaries and whoever shares a domain with one of them. Those a manager split off are companies of their
     * own here as well.
     */
    public Optional<Family> familyOf(UUID prospectId) {
        List<Prospect> family = familyFrom(prospectId);
        if (family.isEmpty()) {
            return Optional.empty();
        }
        Company company = company(family);
        Set<String> names = new LinkedHashSet<>();
        Set<String> domains = new LinkedHashSet<>(company.domains());
        family.stream().filter(prospect -> prospect.id().equals(prospectId)).forEach(own -> names.add(own.name()));
        family.forEach(prospect -> names.add(prospect.name()));
        for (Prospect sharing : sharingDomain(company)) {
            if (!wasSplitOff(company)
                    && companyOf(sharing.id()).filter(this::wasSplitOff).isEmpty()) {
                names.add(sharing.name());
                domains.addAll(sharing.domains());
            }
        }
        return Optional.of(new Family(List.copyOf(names), Set.copyOf(domains)));
    }

    private boolean wasSplitOff(Company company) {
        return byId(company.id()).map(Prospect::separate).orElse(false);
    }

    private List<Prospect> sharingDomain(Company company) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM prospect
                        WHERE (organisational_domains && :organisational OR domains && :domains) AND id <> ALL(:ids)
                        ORDER BY id
                        """)
                .bindArray("organisational", String.class, Domains.organisational(company.domains()))
                .bindArray("domains", String.class, company.domains())
                .bindArray("ids", UUID.class, company.prospectIds())
                .map(new ProspectMapper())
                .list());
    }

    private List<Prospect> familyFrom(UUID prospectId) {
        return jdbi.withHandle(handle -> handle.createQuery(COMPANY)
                .bind("id", prospectId)
                .map(new ProspectMapper())
                .list());
    }

    private static Company company(List<Prospect> family) {
        Set<String> domains = new LinkedHashSet<>();
        family.forEach(prospect -> domains.addAll(prospect.domains()));
        return new Company(family.get(0).id(), family.stream().map(Prospect::id).toList(), Set.copyOf(domains));
    }
}
