package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of the forward chain. */
@ApplicationScoped
class HopStore {
    private final Jdbi jdbi;
    private final Ids ids;
    private final Clock clock;

    HopStore(Jdbi jdbi, Ids ids, Clock clock) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.clock = clock;
    }

    /** A stored step from one person to one other. */
    record StoredHop(
            int round,
            PersonKey from,
            PersonKey to,
            Part part,
            @Nullable Instant at,
            @Nullable String dateAsWritten,
            boolean inferred,
            List<UUID> proof) {}

    void keep(UUID outreachId, int round, UUID messageId, Hop hop, PersonKey from, PersonKey to, Part part) {
        boolean guess = hop.inferred() && hop.at() == null && hop.dateAsWritten() == null;
        jdbi.useHandle(handle -> {
            if (guess && isReached(handle, outreachId, round, to)) {
                return;
            }
            UUID id = upsert(handle, outreachId, round, hop, from, to, part);
            handle.createUpdate("""
                            INSERT INTO forward_hop_proof (hop_id, inbound_message_id) VALUES (:hop, :message)
                            ON CONFLICT DO NOTHING
                            """).bind("hop", id).bind("message", messageId).execute();
            if (!guess) {
                dropGuesses(handle, outreachId, round, to, id);
            }
        });
    }

    private boolean isReached(Handle handle, UUID outreachId, int round, PersonKey person) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT 1 FROM forward_hop
                                       WHERE outreach_id = :outreach AND round = :round AND to_id = :person)
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("person", person.id())
                .mapTo(Boolean.class)
                .one();
    }

    private UUID upsert(Handle handle, UUID outreachId, int round, Hop hop, PersonKey from, PersonKey to, Part part) {
        return handle.createQuery("""
                        INSERT INTO forward_hop (id, outreach_id, round, from_kind, from_id, to_kind, to_id, part,
                                                 at, date_as_written, inferred, created_at)
                        VALUES (:id, :outreach, :round, :fromKind, :from, :toKind, :to, :part,
                                :at, :written, :inferred, :now)
                        ON CONFLICT ON CONSTRAINT forward_hop_once
                        DO UPDATE SET at = least(forward_hop.at, excluded.at),
                                      date_as_written = coalesce(forward_hop.date_as_written, excluded.date_as_written),
                                      inferred = forward_hop.inferred AND excluded.inferred
                        RETURNING id
                        """)
                .bind("id", ids.next())
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("fromKind", from.kind().name())
                .bind("from", from.id())
                .bind("toKind", to.kind().name())
                .bind("to", to.id())
                .bind("part", part.name())
                .bind("at", hop.at())
                .bind("written", hop.dateAsWritten())
                .bind("inferred", hop.inferred())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .one();
    }

    /** Whoever is shown to have got it from somebody need not be guessed to have got it from the executive. */
    private void dropGuesses(Handle handle, UUID outreachId, int round, PersonKey to, UUID better) {
        handle.createUpdate("""
                        DELETE FROM forward_hop
                        WHERE outreach_id = :outreach AND round = :round AND to_id = :to AND id <> :better
                          AND inferred AND at IS NULL AND date_as_written IS NULL
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("to", to.id())
                .bind("better", better)
                .execute();
    }

    /** In the order of the way: by time where it is known, else as they were learned. */
    List<StoredHop> of(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT h.*, ARRAY(SELECT p.inbound_message_id FROM forward_hop_proof p
                                          WHERE p.hop_id = h.id ORDER BY 1) AS proof
                        FROM forward_hop h WHERE h.outreach_id = :outreach
                        ORDER BY h.round, h.at NULLS FIRST, h.id
                        """)
                .bind("outreach", outreachId)
                .map((row, context) -> read(row))
                .list());
    }

    private static StoredHop read(ResultSet row) throws SQLException {
        return new StoredHop(
                row.getInt("round"),
                new PersonKey(PersonKind.valueOf(row.getString("from_kind")), Columns.uuid(row, "from_id")),
                new PersonKey(PersonKind.valueOf(row.getString("to_kind")), Columns.uuid(row, "to_id")),
                Part.valueOf(row.getString("part")),
                Columns.instantOrNull(row, "at"),
                row.getString("date_as_written"),
                row.getBoolean("inferred"),
                Arrays.asList((UUID[]) row.getArray("proof").getArray()));
    }
}
