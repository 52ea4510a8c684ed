package dev.tightrope.outreach.suppression;

import dev.tightrope.events.SuppressionKind;
import dev.tightrope.outreach.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

class SuppressionMapper implements RowMapper<Suppression> {
    @Override
    public Suppression map(ResultSet row, StatementContext context) throws SQLException {
        return new Suppression(
                Columns.uuid(row, "id"),
                SuppressionKind.valueOf(row.getString("kind")),
                row.getString("value"),
                row.getString("reason"),
                row.getString("source"),
                Columns.instant(row, "created_at"),
                Columns.uuidOrNull(row, "created_by"),
                Columns.instantOrNull(row, "lifted_at"),
                Columns.uuidOrNull(row, "lifted_by"),
                row.getString("lift_reason"),
                Columns.instant(row, "updated_at"));
    }
}
