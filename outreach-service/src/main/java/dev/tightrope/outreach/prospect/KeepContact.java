package dev.tightrope.outreach.prospect;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Records a contact a rep learned of, and changes what is recorded. */
@ApplicationScoped
class KeepContact {
    private final Jdbi jdbi;
    private final Caller caller;
    private final ExecutiveStore prospects;
    private final Ids ids;
    private final Clock clock;

    KeepContact(Jdbi jdbi, Caller caller, ExecutiveStore prospects, Ids ids, Clock clock) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.prospects = prospects;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Contact record(ContactRequest request) {
        UUID id = ids.next();
        Reachable reachable = check(id, request);
        return jdbi.withHandle(handle -> bind(handle.createQuery("""
                                INSERT INTO contact (id, prospect_id, name, role, email, phone, appeared,
                                                     created_at, created_by, updated_at, updated_by, version)
                                VALUES (:id, :prospect, :name, :role, :email, :phone, :appeared,
                                        :now, :by, :now, :by, 1)
                                RETURNING *
                                """), id, request, reachable)
                .bind("prospect", request.prospectId())
                .map(new ContactMapper())
                .one());
    }

    @Transactional
    Contact change(UUID id, ContactRequest request, String ifMatch) {
        // Its prospect first, then outreaches, then contacts: in that order they are locked elsewhere.
        find(id, "").map(Contact::prospectId).ifPresent(prospects::lockProspect);
        Contact before = find(id, " FOR NO KEY UPDATE").orElseThrow(() -> Problems.notFound("contact", id));
        ETags.check(ifMatch, before.version());
        if (!request.prospectId().equals(before.prospectId())) {
            throw Problems.unprocessable(
                    "prospect-fixed",
                    List.of(new FieldError("/prospectId", "cannot change: record a new contact at the other company")));
        }
        Reachable reachable = check(id, request);
        return jdbi.withHandle(handle -> bind(handle.createQuery("""
                                UPDATE contact
                                SET name = :name, role = :role, email = :email, phone = :phone, appeared = :appeared,
                                    updated_at = :now, updated_by = :by, version = version + 1
                                WHERE id = :id
                                RETURNING *
                                """), id, request, reachable)
                .map(new ContactMapper())
                .one());
    }

    private Optional<Contact> find(UUID id, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM contact WHERE id = :id" + lock)
                .bind("id", id)
                .map(new ContactMapper())
                .findOne());
    }

    private record Reachable(
            @Nullable String email, @Nullable String phone) {}

    private Reachable check(UUID self, ContactRequest request) {
        Prospect prospect = prospects
                .lockProspect(request.prospectId())
                .orElseThrow(() -> Problems.unprocessable(
                        "unknown-prospect", List.of(new FieldError("/prospectId", "is no prospect"))));
        FieldErrors errors = new FieldErrors();
        String email = errors.email("/email", request.email());
        String phone = errors.phone("/phone", request.phone(), prospect.country());
        errors.refuseIfAny();
        jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT * FROM contact
                                WHERE prospect_id = :prospect AND lower(email) = lower(:email) AND id <> :self
                                """)
                        .bind("prospect", prospect.id())
                        .bind("email", email)
                        .bind("self", self)
                        .map(new ContactMapper())
                        .findFirst())
                .ifPresent(other -> {
                    throw Problems.conflict(
                            "duplicate-contact",
                            "The address " + other.email() + " is that of " + other.name() + " (" + other.id()
                                    + ") at this prospect already.",
                            Map.of("contactId", other.id()));
                });
        return new Reachable(email, phone);
    }

    private <S extends SqlStatement<S>> S bind(S statement, UUID id, ContactRequest request, Reachable reachable) {
        return statement
                .bind("id", id)
                .bind("name", request.name().strip())
                .bind("role", request.role())
                .bind("email", reachable.email())
                .bind("phone", reachable.phone())
                .bind("appeared", request.appearedOrRecorded().name())
                .bind("now", clock.instant())
                .bind("by", caller.personId());
    }
}
