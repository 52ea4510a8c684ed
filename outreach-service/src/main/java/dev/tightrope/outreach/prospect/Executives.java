package dev.tightrope.outreach.prospect;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Looks up executives. */
@ApplicationScoped
public class Executives {
    private final Jdbi jdbi;

    Executives(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The executive with this id. */
    public Optional<Executive> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM executive WHERE id = :id")
                .bind("id", id)
                .map(new ExecutiveMapper())
                .findOne());
    }

    /** The executive with this id, who stays as recorded until the transaction ends. */
    public Optional<Executive> keep(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM executive WHERE id = :id FOR SHARE")
                .bind("id", id)
                .map(new ExecutiveMapper())
                .findOne());
    }

    /** Executives of a prospect, the first recorded first. */
    public List<Executive> ofProspect(UUID prospectId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM executive WHERE prospect_id = :prospect ORDER BY id")
                        .bind("prospect", prospectId)
                        .map(new ExecutiveMapper())
                        .list());
    }

    /** Executives with this address. */
    public List<Executive> withEmail(String email) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM executive WHERE lower(email) = lower(:email) ORDER BY id")
                        .bind("email", email)
                        .map(new ExecutiveMapper())
                        .list());
    }
}
