package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps what each mail of ours is recognised by. */
@ApplicationScoped
class MailTraces {
    private final Jdbi jdbi;

    MailTraces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A mail whose traces were never kept. */
    record Untraced(UUID id, byte[] rendered) {}

    void keep(UUID deliveryId, Traces traces) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH mail AS (
                            UPDATE delivery SET subject_key = :subject, from_address = :from,
                                                shingles = cardinality(CAST(:hashes AS bigint[]))
                            WHERE id = :id
                            RETURNING id),
                        replaced AS (
                            DELETE FROM delivery_shingle USING mail
                            WHERE delivery_id = mail.id AND hash <> ALL (CAST(:hashes AS bigint[])))
                        INSERT INTO delivery_shingle (hash, delivery_id)
                        SELECT hash, mail.id FROM mail, unnest(CAST(:hashes AS bigint[])) hash
                        ON CONFLICT DO NOTHING
                        """)
                .bind("subject", traces.subjectKey())
                .bind("from", traces.fromAddress())
                .bindArray("hashes", Long.class, traces.shingles())
                .bind("id", deliveryId)
                .execute());
    }

    /** Some mails without traces, locked; those another replica has in hand are passed over. */
    List<Untraced> lockUntraced(int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, rendered FROM delivery WHERE subject_key IS NULL
                        LIMIT :most FOR NO KEY UPDATE SKIP LOCKED
                        """)
                .bind("most", most)
                .map((row, context) -> new Untraced(Columns.uuid(row, "id"), row.getBytes("rendered")))
                .list());
    }
}
