package dev.tightrope.voicemail.call;

import dev.tightrope.voicemail.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

final class CallAttemptMapper implements RowMapper<CallAttempt> {
    @Override
    public CallAttempt map(ResultSet rs, StatementContext ctx) throws SQLException {
        String referred = rs.getString("referred_name");
        return new CallAttempt(
                Columns.uuid(rs, "attempt_id"),
                Columns.uuid(rs, "outreach_id"),
                rs.getInt("round"),
                rs.getLong("outreach_version"),
                CallOutcome.valueOf(rs.getString("outcome")),
                AttemptStatus.valueOf(rs.getString("status")),
                rs.getString("phone"),
                rs.getLong("script_version"),
                rs.getString("script_text"),
                rs.getInt("email_version"),
                rs.getString("email_hash"),
                Columns.instant(rs, "started_at"),
                Columns.instantOrNull(rs, "ended_at"),
                rs.getString("notes"),
                Columns.instantOrNull(rs, "meeting_at"),
                referred == null
                        ? null
                        : new ReferredTo(referred, rs.getString("referred_role"), rs.getString("referred_phone")),
                Columns.instantOrNull(rs, "next_attempt_at"),
                rs.getBoolean("last_of_plan"),
                quietPlace(rs),
                Columns.uuid(rs, "recorded_by"),
                Columns.instant(rs, "recorded_at"),
                Columns.instant(rs, "release_at"),
                Columns.instantOrNull(rs, "released_at"),
                Columns.instantOrNull(rs, "undone_at"),
                Columns.uuidOrNull(rs, "undone_by"),
                rs.getString("withheld_reason"),
                rs.getString("recording_type"),
                wrongNumber(rs),
                Columns.instant(rs, "updated_at"));
    }

    private static @Nullable WrongNumber wrongNumber(ResultSet rs) throws SQLException {
        Instant at = Columns.instantOrNull(rs, "wrong_number_at");
        return at == null
                ? null
                : new WrongNumber(at, Columns.uuid(rs, "wrong_number_by"), rs.getString("wrong_number_notes"));
    }

    private static @Nullable Boolean quietPlace(ResultSet rs) throws SQLException {
        boolean value = rs.getBoolean("quiet_place");
        return rs.wasNull() ? null : value;
    }
}
