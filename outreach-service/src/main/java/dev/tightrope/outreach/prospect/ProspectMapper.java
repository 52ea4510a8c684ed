package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

class ProspectMapper implements RowMapper<Prospect> {
    @Override
    public Prospect map(ResultSet row, StatementContext context) throws SQLException {
        return new Prospect(
                Columns.uuid(row, "id"),
                row.getString("name"),
                Columns.strings(row, "domains"),
                Columns.uuidOrNull(row, "parent_id"),
                row.getBoolean("separate"),
                row.getString("country"),
                row.getString("industry"),
                Columns.instant(row, "created_at"),
                Columns.uuid(row, "created_by"),
                Columns.instant(row, "updated_at"),
                Columns.uuid(row, "updated_by"),
                row.getLong("version"));
    }
}
