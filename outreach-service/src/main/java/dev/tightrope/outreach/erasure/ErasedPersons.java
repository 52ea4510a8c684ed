package dev.tightrope.outreach.erasure;

import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.erasure.ErasedPerson.Held;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Finds whom an erasure is about, and locks executives and outreaches, in the order in which everybody does. */
@ApplicationScoped
class ErasedPersons {
    private final Jdbi jdbi;

    ErasedPersons(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<ErasedPerson> lock(UUID id) {
        return jdbi.withHandle(handle -> {
            List<UUID> executives =
                    handle.createQuery("""
                            SELECT id FROM executive
                            WHERE id = :id OR lower(email) = (SELECT lower(email) FROM executive WHERE id = :id)
                            ORDER BY id FOR NO KEY UPDATE""").bind("id", id).mapTo(UUID.class).list();
            if (executives.isEmpty()) {
                return Optional.empty();
            }
            List<UUID> outreaches = handle.createQuery(
                            "SELECT id FROM outreach WHERE executive_id = ANY (:executives) ORDER BY id FOR UPDATE")
                    .bindArray("executives", UUID.class, executives)
                    .mapTo(UUID.class)
                    .list();
            return Optional.of(new ErasedPerson(
                    executives,
                    outreaches,
                    values(handle, executives, outreaches, """
                            SELECT lower(email) FROM executive WHERE id = ANY (:executives)
                            UNION SELECT lower(recipient) FROM delivery WHERE outreach_id = ANY (:outreaches)
                            UNION SELECT lower(to_address) FROM email_approval WHERE outreach_id = ANY (:outreaches)
                            UNION SELECT lower(corrected_to) FROM outreach_round WHERE outreach_id = ANY (:outreaches)"""),
                    values(handle, executives, outreaches, """
                            SELECT phone FROM executive WHERE id = ANY (:executives) AND :outreaches IS NOT NULL"""),
                    held(handle, outreaches)));
        });
    }

    List<UUID> outreachesOf(UUID executive) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM outreach WHERE executive_id = ? ORDER BY id")
                        .bind(0, executive)
                        .mapTo(UUID.class)
                        .list());
    }

    /** What an earlier erasure left is neither an address nor a number. */
    private static List<String> values(Handle handle, List<UUID> executives, List<UUID> outreaches, String sql) {
        return handle.createQuery("SELECT value FROM (" + sql + ") found (value) WHERE value ~ '^\\+|@'")
                .bindArray("executives", UUID.class, executives)
                .bindArray("outreaches", UUID.class, outreaches)
                .mapTo(String.class)
                .list();
    }

    private static List<Held> held(Handle handle, List<UUID> outreaches) {
        return handle.createQuery("""
                        SELECT o.id, o.state, coalesce(p.name, 'somebody of ours') AS owner, o.state = 'CLOSED' AS mailing
                        FROM outreach o LEFT JOIN person p ON p.id = o.owner_id
                        WHERE o.id = ANY (:outreaches) AND (o.state <> 'CLOSED' OR EXISTS (
                            SELECT 1 FROM delivery d WHERE d.outreach_id = o.id
                                AND d.state IN ('QUEUED', 'CLAIMED', 'DOT_SENDING', 'TEMPORARY')))
                        ORDER BY o.id""")
                .bindArray("outreaches", UUID.class, outreaches)
                .map((row, ctx) -> new Held(
                        Columns.uuid(row, "id"),
                        row.getString("state"),
                        row.getString("owner"),
                        row.getBoolean("mailing")))
                .list();
    }
}
