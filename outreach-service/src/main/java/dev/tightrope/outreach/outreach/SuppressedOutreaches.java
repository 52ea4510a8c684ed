package dev.tightrope.outreach.outreach;

import dev.tightrope.events.SuppressionKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Finds the open outreaches whose executive may not be contacted because of a suppression. */
@ApplicationScoped
class SuppressedOutreaches {
    private final Jdbi jdbi;

    SuppressedOutreaches(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<UUID> by(SuppressionKind kind, String value) {
        String condition = switch (kind) {
            case EMAIL -> "lower(e.email) = lower(:value)";
            case PHONE -> "e.phone = :value";
            case DOMAIN -> """
                    (lower(e.email) LIKE '%@' || :value OR lower(e.email) LIKE '%.' || :value
                     OR EXISTS (SELECT 1 FROM prospect p CROSS JOIN unnest(p.domains) AS domain
                                WHERE p.id = o.prospect_id
                                  AND (domain = :value OR domain LIKE '%.' || :value)))""";
        };
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT o.id FROM outreach o JOIN executive e ON e.id = o.executive_id
                        WHERE o.state <> 'CLOSED' AND %s
                        ORDER BY o.id
                        """.formatted(condition))
                .bind("value", value)
                .mapTo(UUID.class)
                .list());
    }
}
