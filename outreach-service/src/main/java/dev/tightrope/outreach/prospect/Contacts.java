package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * Those of some addresses, in lower case, somebody of ours recorded a contact of the prospect with. Whoever has one is
     * that contact, even if the executive has the same name; an address that a mail named may be the executive's own.
     */
    public Set<String> recordedAmong(UUID prospectId, Collection<String> addresses) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT lower(email) FROM contact
                        WHERE prospect_id = :prospect AND lower(email) = ANY (CAST(:addresses AS text[]))
                          AND coalesce(created_by, updated_by) IS NOT NULL
                        """)
                .bind("prospect", prospectId)
                .bindArray(
                        "addresses",
                        String.class,
                        addresses.stream()
                                .map(address -> address.toLowerCase(Locale.ROOT))
                                .toList())
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    /** The same for one address; none if there is none. */
    public Set<String> recordedAmong(UUID prospectId, @Nullable String address) {
        return address == null ? Set.of() : recordedAmong(prospectId, List.of(address));
    }

    /**
     * Keeps somebody another feature came across. Who is known at the prospect already, by address or else by name and
     * role, stays as recorded; only what was unknown about them is filled in, such
     * as the name of somebody of whom only the address was known.
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
        Contact met = new Contact(
                ids.next(),
                prospectId,
                name,
                role,
                email,
                phone,
                appeared,
                clock.instant(),
                by,
                clock.instant(),
                by,
                1);
        return known(met).map(contact -> fillIn(contact, met)).orElseGet(() -> add(met));
    }

    private Optional<Contact> known(Contact met) {
        List<Contact> all = jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM contact WHERE prospect_id = :prospect ORDER BY id")
                        .bind("prospect", met.prospectId())
                        .map(new ContactMapper())
                        .list());
        return SamePerson.among(all, met);
    }

    private Contact fillIn(Contact known, Contact met) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        UPDATE contact
                        SET name = CASE WHEN lower(name) = lower(email) THEN :name ELSE name END,
                            role = coalesce(role, :role), email = coalesce(email, :email), phone = coalesce(phone, :phone),
                            appeared = CASE WHEN :appeared IN ('WROTE', 'SPOKE') AND appeared IN ('IN_COPY', 'FORWARD_CHAIN')
                                            THEN :appeared ELSE appeared END,
                            updated_at = :now, updated_by = :by, version = version + 1
                        WHERE id = :id
                        RETURNING *
                        """)
                .bind("id", known.id())
                .bind("appeared", met.appeared().name())
                .bind("name", met.name())
                .bind("role", met.role())
                .bind("email", met.email())
                .bind("phone", met.phone())
                .bind("now", met.updatedAt())
                .bind("by", met.updatedBy())
                .map(new ContactMapper())
                .one());
    }

    /** Two that meet the same address at once end up with one contact. */
    private Contact add(Contact met) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO contact (id, prospect_id, name, role, email, phone, appeared,
                                             created_at, created_by, updated_at, updated_by, version)
                        VALUES (:id, :prospect, :name, :role, :email, :phone, :appeared, :now, :by, :now, :by, 1)
                        ON CONFLICT (prospect_id, lower(email)) WHERE email IS NOT NULL
                        DO UPDATE SET name = CASE WHEN lower(contact.name) = lower(contact.email) THEN excluded.name
                                                  ELSE contact.name END,
                                      role = coalesce(contact.role, excluded.role),
                                      phone = coalesce(contact.phone, excluded.phone),
                                      updated_at = excluded.updated_at, updated_by = excluded.updated_by,
                                      version = contact.version + 1
                        RETURNING *
                        """)
                .bind("id", met.id())
                .bind("prospect", met.prospectId())
                .bind("name", met.name())
                .bind("role", met.role())
                .bind("email", met.email())
                .bind("phone", met.phone())
                .bind("appeared", met.appeared().name())
                .bind("now", met.createdAt())
                .bind("by", met.createdBy())
                .map(new ContactMapper())
                .one());
    }
}
