package dev.tightrope.outreach.prospect;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps a company what it is while it is held or must not be contacted: without one of its domains somebody else could
 * open an outreach there. It reads the tables of outreaches and suppressions itself, because this feature lies below them.
 */
@ApplicationScoped
class DomainInUse {
    private final Jdbi jdbi;
    private final Caller caller;

    DomainInUse(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /** Refuses to anybody but managers what takes a domain away from such a company. */
    void checkRemoval(Prospect before, List<String> wanted) {
        List<String> removed = before.domains().stream()
                .filter(domain -> !wanted.contains(domain))
                .toList();
        if (removed.isEmpty() || caller.isManager() || caller.isAdmin() || !isInUse(before, removed)) {
            return;
        }
        throw Problems.forbidden("Only a manager may take the domain " + removed.get(0) + " away from " + before.name()
                + " while an outreach is open there or the domain must not be contacted.");
    }

    private boolean isInUse(Prospect before, List<String> removed) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM outreach WHERE prospect_id = :prospect AND state <> 'CLOSED')
                            OR EXISTS (SELECT 1 FROM company_hold_key k
                                       JOIN company_hold h ON h.id = k.hold_id AND h.released_at IS NULL
                                       WHERE k.key = ANY (:keys))
                            OR EXISTS (SELECT 1 FROM suppression s CROSS JOIN unnest(:domains) AS domain
                                       WHERE s.kind = 'DOMAIN' AND s.lifted_at IS NULL
                                         AND (domain = s.value OR domain LIKE '%.' || s.value))
                        """)
                .bind("prospect", before.id())
                .bindArray(
                        "keys",
                        String.class,
                        removed.stream().map(domain -> "domain:" + domain).toList())
                .bindArray("domains", String.class, removed)
                .mapTo(Boolean.class)
                .one());
    }
}
