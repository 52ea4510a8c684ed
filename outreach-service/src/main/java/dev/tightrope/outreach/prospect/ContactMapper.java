package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

class ContactMapper implements RowMapper<Contact> {
    @Override
    public Contact map(ResultSet row, StatementContext context) throws SQLException {
        return new Contact(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "prospect_id"),
                row.getString("name"),
                row.getString("role"),
                row.getString("email"),
                row.getString("phone"),
                Appearance.valueOf(row.getString("appeared")),
                Columns.instant(row, "created_at"),
                Columns.uuidOrNull(row, "created_by"),
                Columns.instant(row, "updated_at"),
                Columns.uuidOrNull(row, "updated_by"),
                row.getLong("version"));
    }
}
