package dev.tightrope.outreach.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of suggestions. The rows of their outreaches are locked before them. */
@ApplicationScoped
class MatchSuggestions {
    private final Jdbi jdbi;
    private final ObjectMapper json;

    MatchSuggestions(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * A suggestion as its settlement needs it.
     *
     * @param mine whether the caller may say what becomes of it
     */
    record Row(
            UUID id,
            UUID outreachId,
            String state,
            boolean pauses,
            boolean mine,
            @Nullable Instant settledAt,
            @Nullable UUID settledBy) {
        boolean open() {
            return state.equals("OPEN");
        }
    }

    void add(UUID id, UUID messageId, Candidate candidate, boolean pauses, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO match_suggestion (id, message_id, outreach_id, confidence, evidence, pauses, state,
                                                      opened_at)
                        VALUES (:id, :message, :outreach, :confidence, CAST(:evidence AS jsonb), :pauses, 'OPEN', :now)
                        """)
                .bind("id", id)
                .bind("message", messageId)
                .bind("outreach", candidate.outreachId())
                .bind("confidence", candidate.confidence())
                .bind("evidence", write(candidate))
                .bind("pauses", pauses)
                .bind("now", now)
                .execute());
    }

    /** All of a message; the rows are locked if {@code lock}, the outreaches' before them. */
    List<Row> of(UUID messageId, Visibility who, boolean lock) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT s.*, (:all OR """ + Visibility.mine("o.") + """
                            ) IS TRUE AS mine
                        FROM match_suggestion s JOIN outreach o ON o.id = s.outreach_id
                        WHERE s.message_id = :message ORDER BY s.outreach_id
                        """ + (lock ? " FOR NO KEY UPDATE OF s" : ""))
                .bind("message", messageId)
                .bindMethods(who)
                .map((row, context) -> new Row(
                        Columns.uuid(row, "id"),
                        Columns.uuid(row, "outreach_id"),
                        row.getString("state"),
                        row.getBoolean("pauses"),
                        row.getBoolean("mine"),
                        Columns.instantOrNull(row, "settled_at"),
                        Columns.uuidOrNull(row, "settled_by")))
                .list());
    }

    void settle(UUID id, String state, @Nullable UUID correctedTo, UUID by, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE match_suggestion
                        SET state = :state, corrected_to = :to, settled_by = :by, settled_at = :now
                        WHERE id = :id AND state = 'OPEN'
                        """)
                .bind("id", id)
                .bind("state", state)
                .bindByType("to", correctedTo, UUID.class)
                .bind("by", by)
                .bind("now", now)
                .execute());
    }

    private String write(Candidate candidate) {
        try {
            return json.writeValueAsString(candidate.evidence());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evidence is plain data", e);
        }
    }
}
