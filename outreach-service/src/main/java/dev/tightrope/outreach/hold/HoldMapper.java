package dev.tightrope.outreach.hold;

import dev.tightrope.outreach.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

class HoldMapper implements RowMapper<Hold> {
    @Override
    public Hold map(ResultSet row, StatementContext context) throws SQLException {
        return new Hold(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "outreach_id"),
                Columns.uuid(row, "prospect_id"),
                Columns.uuid(row, "owner_id"),
                row.getString("owner_name"),
                row.getString("company_name"),
                Columns.strings(row, "domains"),
                row.getBoolean("exclusive"),
                row.getString("override_reason"),
                row.getString("contested_by"),
                Columns.instant(row, "taken_at"));
    }
}
