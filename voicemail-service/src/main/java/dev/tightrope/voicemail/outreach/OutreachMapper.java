package dev.tightrope.voicemail.outreach;

import dev.tightrope.voicemail.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads a row of the view {@code outreach_now}; for queries of other features that join it. */
public final class OutreachMapper implements RowMapper<Outreach> {
    @Override
    public Outreach map(ResultSet rs, StatementContext ctx) throws SQLException {
        return new Outreach(
                Columns.uuid(rs, "outreach_id"),
                rs.getInt("round"),
                Columns.uuid(rs, "prospect_id"),
                Columns.uuid(rs, "owner_id"),
                Columns.uuidOrNull(rs, "team_id"),
                rs.getString("state"),
                rs.getString("standing"),
                rs.getLong("version"),
                rs.getString("prospect_name"),
                rs.getString("executive_name"),
                rs.getString("executive_title"),
                rs.getString("phone"),
                rs.getString("zone"),
                rs.getString("region"),
                rs.getBoolean("script_at_odds"),
                Columns.instantOrNull(rs, "permission_ended_at") != null,
                email(rs));
    }

    private static @Nullable LockedEmail email(ResultSet rs) throws SQLException {
        if (!rs.getBoolean("email_locked")) {
            return null;
        }
        return new LockedEmail(
                rs.getInt("email_version"),
                rs.getString("email_hash"),
                rs.getString("email_subject"),
                rs.getString("competitor"),
                Columns.texts(rs, "competitor_names"),
                rs.getString("business_user_role"),
                rs.getString("offering"),
                rs.getString("situation"),
                rs.getString("impact"),
                rs.getString("email_language"),
                rs.getString("rep_name"),
                rs.getString("rep_title"),
                rs.getString("rep_phone"),
                rs.getString("rep_company"),
                rs.getString("email_to"),
                rs.getString("email_text"));
    }
}
