package dev.tightrope.outreach.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads what is shown of a stored message. */
final class StoredMessageMapper implements RowMapper<StoredMessage> {
    private final ObjectMapper json;

    StoredMessageMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public StoredMessage map(ResultSet row, StatementContext context) throws SQLException {
        return new StoredMessage(
                Columns.uuid(row, "id"),
                row.getString("source"),
                row.getString("message_id"),
                row.getString("from_name"),
                row.getString("from_address"),
                row.getString("subject"),
                row.getString("kind"),
                Columns.uuidOrNull(row, "outreach_id"),
                Columns.uuidOrNull(row, "response_id"),
                row.getString("new_text"),
                evidence(row.getString("evidence")),
                suggestions(row.getString("suggestions")),
                Columns.instantOrNull(row, "sent_at"),
                Columns.instant(row, "received_at"),
                Columns.instant(row, "updated_at"));
    }

    private List<MatchSuggestion> suggestions(@Nullable String stored) {
        try {
            return stored == null ? List.of() : json.readValue(stored, new TypeReference<List<MatchSuggestion>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Suggestions were written by us", e);
        }
    }

    private List<Evidence> evidence(String stored) {
        try {
            return json.readValue(stored, new TypeReference<List<Evidence>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evidence was written by us", e);
        }
    }
}
