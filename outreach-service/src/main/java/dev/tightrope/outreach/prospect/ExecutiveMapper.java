package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

class ExecutiveMapper implements RowMapper<Executive> {
    @Override
    public Executive map(ResultSet row, StatementContext context) throws SQLException {
        String mobile = row.getString("mobile");
        return new Executive(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "prospect_id"),
                row.getString("name"),
                row.getString("title"),
                row.getString("email"),
                row.getString("phone"),
                mobile == null ? null : Mobile.valueOf(mobile),
                row.getString("zone"),
                row.getString("region"),
                row.getString("language"),
                Columns.instant(row, "created_at"),
                Columns.uuid(row, "created_by"),
                Columns.instant(row, "updated_at"),
                Columns.uuid(row, "updated_by"),
                row.getLong("version"));
    }
}
