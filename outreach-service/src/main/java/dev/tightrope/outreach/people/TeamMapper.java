package dev.tightrope.outreach.people;

import dev.tightrope.outreach.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

class TeamMapper implements RowMapper<Team> {
    @Override
    public Team map(ResultSet row, StatementContext context) throws SQLException {
        return new Team(
                Columns.uuid(row, "id"),
                row.getString("name"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                Columns.uuid(row, "updated_by"),
                row.getLong("version"));
    }
}
