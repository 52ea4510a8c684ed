package dev.tightrope.voicemail.recording;

import dev.tightrope.voicemail.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a recording besides its bytes.
 *
 * @param keptAt null while it is being stored
 */
record Recording(
        UUID id,
        UUID attemptId,
        String mediaType,
        long size,
        byte[] sha256,
        UUID uploadedBy,
        @Nullable Instant keptAt) {

    Recording kept(Instant at) {
        return new Recording(id, attemptId, mediaType, size, sha256, uploadedBy, at);
    }

    static Recording map(ResultSet rs, StatementContext ctx) throws SQLException {
        return new Recording(
                Columns.uuid(rs, "recording_id"),
                Columns.uuid(rs, "attempt_id"),
                rs.getString("media_type"),
                rs.getLong("size"),
                rs.getBytes("sha256"),
                Columns.uuid(rs, "uploaded_by"),
                Columns.instantOrNull(rs, "kept_at"));
    }
}
