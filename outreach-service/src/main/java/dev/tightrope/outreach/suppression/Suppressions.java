package dev.tightrope.outreach.suppression;

import jakarta.enterprise.context.ApplicationScoped;
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

    /** Whether the address, its domain or one above it, or the E.164 number is suppressed now. */
    public boolean isSuppressed(@Nullable String email, @Nullable String phone) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT is_suppressed(:email, :phone)")
                .bind("email", email)
                .bind("phone", phone)
                .mapTo(Boolean.class)
                .one());
    }
}
