package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Looks up contacts, and keeps those the other features come across. */
@ApplicationScoped
public class Contacts {
    private final Jdbi jdbi;
    private final Ids ids;
    private final Clock clock;

    Contacts(Jdbi jdbi, Ids ids, Clock clock) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.clock = clock;
    }

    /** The contact with this id. */
    public Optional<Contact> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM contact WHERE id = :id")
                .bind("id", id)
                .map(new ContactMapper())
                .findOne());
    }

    /** Contacts with this address, at any prospect. */
    public List<Contact> withEmail(String email) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM contact WHERE lower(email) = lower(:email) ORDER BY id")
                        .bind("email", email)
                        .map(new ContactMapper())
                        .list());
    }

    /**
     * Keeps somebody another feature came across. Who is known by address at the prospect already stays as recorded;
     * only what was unknown about them is filled in.
     *
     * @param by who recorded them, absent if a mail did
     */
    public Contact meet(
            UUID prospectId,
            String name,
            @Nullable String role,
            @Nullable String email,
            @Nullable String phone,
            Appearance appeared,
            @Nullable UUID by) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO contact (id, prospect_id, name, role, email, phone, appeared,
                                             created_at, created_by, updated_at, updated_by, version)
                        VALUES (:id, :prospect, :name, :role, :email, :phone, :appeared, :now, :by, :now, :by, 1)
                        ON CONFLICT (prospect_id, lower(email)) WHERE email IS NOT NULL
                        DO UPDATE SET role = coalesce(contact.role, excluded.role),
                                      phone = coalesce(contact.phone, excluded.phone),
                                      updated_at = excluded.updated_at, updated_by = excluded.updated_by,
                                      version = contact.version + 1
                        RETURNING *
                        """)
                .bind("id", ids.next())
                .bind("prospect", prospectId)
                .bind("name", name)
                .bind("role", role)
                .bind("email", email)
                .bind("phone", phone)
                .bind("appeared", appeared.name())
                .bind("now", clock.instant())
                .bind("by", by)
                .map(new ContactMapper())
                .one());
    }
}
