package dev.tightrope.outreach.prospect;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.address.Domains;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What has to hold between prospects, whether one is recorded or changed. */
@ApplicationScoped
class ProspectRules {
    /** Any number of our own will do; it only has to be the same in every replica. */
    static final long TREE_LOCK = 7_405_911_002L;

    /** Whole families, split ones included: they may share a domain. */
    private static final String TAKEN = """
            WITH RECURSIVE up AS (
                SELECT id, parent_id, 1 AS depth FROM prospect WHERE id = :start
                UNION ALL
                SELECT p.id, p.parent_id, up.depth + 1 FROM prospect p JOIN up ON p.id = up.parent_id
                WHERE up.depth < 50
            ), family AS (
                SELECT id FROM prospect WHERE id = (SELECT id FROM up ORDER BY depth DESC LIMIT 1)
                UNION
                SELECT p.id FROM prospect p JOIN family f ON p.parent_id = f.id
            )
            SELECT * FROM prospect
            WHERE (organisational_domains && :organisational OR domains && :domains)
              AND id <> :self AND id NOT IN (SELECT id FROM family)
            ORDER BY id LIMIT 1
            """;

    private static final String IS_BELOW = """
            WITH RECURSIVE up AS (
                SELECT id, parent_id, 1 AS depth FROM prospect WHERE id = :start
                UNION ALL
                SELECT p.id, p.parent_id, up.depth + 1 FROM prospect p JOIN up ON p.id = up.parent_id
                WHERE up.depth < 50
            )
            SELECT count(*) FROM up WHERE id = :self
            """;

    private final Jdbi jdbi;
    private final Caller caller;

    ProspectRules(Jdbi jdbi, Caller caller) {
        this.jdbi = jdbi;
        this.caller = caller;
    }

    /**
     * Lets one transaction at a time decide on domains and parents: two that record the same domain at once would each
     * see none, and two that make each other the parent would close a circle.
     */
    void serialise() {
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                .bind("lock", TREE_LOCK)
                .mapTo(Integer.class)
                .one());
    }

    /** The parent exists and is not the prospect itself or below it. */
    void checkParent(UUID self, @Nullable UUID parentId) {
        if (parentId == null) {
            return;
        }
        boolean exists = jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM prospect WHERE id = :id")
                        .bind("id", parentId)
                        .mapTo(Integer.class)
                        .one())
                > 0;
        if (!exists) {
            throw Problems.unprocessable("unknown-parent", List.of(new FieldError("/parentId", "is no prospect")));
        }
        boolean circle = jdbi.withHandle(handle -> handle.createQuery(IS_BELOW)
                        .bind("start", parentId)
                        .bind("self", self)
                        .mapTo(Integer.class)
                        .one())
                > 0;
        if (circle) {
            throw Problems.unprocessable(
                    "circular-parent",
                    List.of(new FieldError("/parentId", "is the prospect itself or belongs to it already")));
        }
    }

    /** No domain belongs to a prospect outside of the family, nor one above or below the same registered domain. */
    void checkDomains(UUID self, @Nullable UUID parentId, List<String> domains) {
        jdbi.withHandle(handle -> handle.createQuery(TAKEN)
                        .bind("start", parentId == null ? self : parentId)
                        .bind("self", self)
                        .bindArray("domains", String.class, domains)
                        .bindArray("organisational", String.class, Domains.organisational(domains))
                        .map(new ProspectMapper())
                        .findOne())
                .ifPresent(other -> {
                    List<String> theirs = Domains.organisational(other.domains());
                    String shared = domains.stream()
                            .filter(domain -> theirs.contains(Domains.organisational(domain)))
                            .findFirst()
                            .orElseThrow();
                    throw Problems.conflict(
                            "duplicate-prospect",
                            "The domain " + shared + " belongs to the prospect \"" + other.name() + "\" (" + other.id()
                                    + ") already: use that one, or name it as the parent.",
                            Map.of("prospectId", other.id(), "prospectName", other.name(), "domain", shared));
                });
    }

    /** Two held companies become one by a manager's word only, with a reason. */
    @Nullable
    String reasonToJoin(@Nullable String reason) {
        if (reason != null && !caller.isManager() && !caller.isAdmin()) {
            throw Problems.forbidden("Only a manager may make one company of two that are held; ask yours, or leave out"
                    + " overrideReason.");
        }
        return reason == null ? null : reason.strip();
    }

    /** Taking a prospect away from its parent splits the company just the same. */
    void checkSameParent(@Nullable UUID before, @Nullable UUID wanted) {
        if (before != null && !before.equals(wanted) && !caller.isManager() && !caller.isAdmin()) {
            throw Problems.forbidden("Only a manager may take a prospect away from its parent or give it another one.");
        }
    }

    /** Splitting a company from its parent opens it to a second outreach, which only a manager may decide. */
    void checkSeparation(boolean before, boolean wanted) {
        if (before != wanted && !caller.isManager() && !caller.isAdmin()) {
            throw Problems.forbidden("Only a manager may say that a prospect is a company separate from its parent.");
        }
    }
}
