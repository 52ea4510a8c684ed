package dev.tightrope.outreach.suppression;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Says whether somebody must not be contacted. */
@ApplicationScoped
public class Suppressions {
    private final Jdbi jdbi;

    Suppressions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The suppression with this id, in force or lifted. */
    public Optional<Suppression> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM suppression WHERE id = :id")
                .bind("id", id)
                .map(new SuppressionMapper())
                .findOne());
    }

    /** Whether the executive must not be contacted: by address or number, or anybody at one of the prospect's domains. */
    public boolean isExecutiveSuppressed(UUID executiveId, @Nullable String email) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT executive_suppressed(:executive, :email)")
                .bind("executive", executiveId)
                .bind("email", email)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether one of the domains, or one above it, is suppressed now. */
    public boolean isAnySuppressed(Collection<String> domains) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM unnest(:domains) d WHERE is_suppressed('@' || d, NULL))")
                .bindArray("domains", String.class, domains)
                .mapTo(Boolean.class)
                .one());
    }

    /** Whether the address, its domain or one above it, or the E.164 number is suppressed now. */
    public boolean isSuppressed(@Nullable String email, @Nullable String phone) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT is_suppressed(:email, :phone)")
                .bind("email", email)
                .bind("phone", phone)
                .mapTo(Boolean.class)
                .one());
    }
}
