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
    /** Any number of our own will do; it only has to be the same in every replica. */
    private static final long LIST_LOCK = 7_405_911_003L;

    private final Jdbi jdbi;

    Suppressions(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Keeps the list from growing until the transaction ends; whoever wants to do the same does not wait, whoever records
     * a suppression does. Before anything else is locked.
     */
    public void keepList() {
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock_shared(:lock)")
                .bind("lock", LIST_LOCK)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * Lets one transaction at a time add to the list, and none while somebody relies on it as it is: an outreach that
     * opens in the same moment would not see the suppression, nor the suppression the outreach. Before anything else is
     * locked; a transaction that records a suppression beneath the lock of an outreach asks for it first.
     */
    public void growList() {
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)")
                .bind("lock", LIST_LOCK)
                .mapTo(Integer.class)
                .one());
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
