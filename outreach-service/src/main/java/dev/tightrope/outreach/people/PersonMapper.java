package dev.tightrope.outreach.people;

import dev.tightrope.outreach.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

class PersonMapper implements RowMapper<Person> {
    @Override
    public Person map(ResultSet row, StatementContext context) throws SQLException {
        return new Person(
                Columns.uuid(row, "id"),
                row.getString("name"),
                row.getString("title"),
                row.getString("phone"),
                row.getString("email"),
                ZoneId.of(row.getString("zone")),
                row.getString("language"),
                row.getString("signature"),
                Columns.uuidOrNull(row, "team_id"),
                row.getBoolean("manager"),
                Columns.instant(row, "updated_at"),
                row.getLong("version"));
    }
}
