package dev.tightrope.outreach.outreach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps everything that happened to outreaches, with and without effect. */
@ApplicationScoped
class HistoryStore {
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final Ids ids;
    private final Clock clock;

    HistoryStore(Jdbi jdbi, ObjectMapper json, Ids ids, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is to be kept of one trigger. */
    record Entry(
            UUID outreachId,
            int round,
            Actor actor,
            String trigger,
            boolean applied,
            String cause,
            @Nullable String from,
            String to,
            Object data) {}

    void append(Entry entry) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outreach_history (id, outreach_id, round, at, actor_id, actor_name, trigger, applied,
                                                      cause, from_state, to_state, data)
                        VALUES (:id, :outreach, :round, :at, :actorId, :actorName, :trigger, :applied,
                                :cause, :from, :to, CAST(:data AS jsonb))
                        """)
                .bind("id", ids.next())
                .bind("outreach", entry.outreachId())
                .bind("round", entry.round())
                .bind("at", clock.instant())
                .bind("actorId", entry.actor().personId())
                .bind("actorName", entry.actor().name())
                .bind("trigger", entry.trigger())
                .bind("applied", entry.applied())
                .bind("cause", entry.cause())
                .bind("from", entry.from())
                .bind("to", entry.to())
                .bind("data", written(entry.data()))
                .execute());
    }

    Page<HistoryEntry> of(UUID outreachId, PageRequest page) {
        String rows = "(SELECT h.*, h.at AS updated_at FROM outreach_history h) history";
        return new Listing(rows, Sort.CREATED)
                .where("outreach_id = :outreach", "outreach", outreachId)
                .fetch(jdbi, page, (row, context) -> entry(row));
    }

    private HistoryEntry entry(ResultSet row) throws SQLException {
        try {
            return new HistoryEntry(
                    Columns.uuid(row, "id"),
                    row.getInt("round"),
                    Columns.instant(row, "at"),
                    Columns.uuidOrNull(row, "actor_id"),
                    row.getString("actor_name"),
                    row.getString("trigger"),
                    row.getBoolean("applied"),
                    row.getString("cause"),
                    row.getString("from_state") == null ? null : OutreachState.valueOf(row.getString("from_state")),
                    OutreachState.valueOf(row.getString("to_state")),
                    json.readTree(row.getString("data")));
        } catch (JsonProcessingException e) {
            throw new SQLException("The data of a history entry cannot be read", e);
        }
    }

    private String written(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(data.getClass() + " cannot be written into the history", e);
        }
    }
}
