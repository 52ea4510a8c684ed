package dev.tightrope.outreach.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.outreach.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

class StoryMapper implements RowMapper<Story> {
    private static final TypeReference<List<Impact>> IMPACTS = new TypeReference<>() {};

    private final ObjectMapper json;

    StoryMapper(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Story map(ResultSet row, StatementContext context) throws SQLException {
        return new Story(
                Columns.uuid(row, "id"),
                new Competitor(
                        row.getString("competitor_name"),
                        Columns.strings(row, "competitor_aliases"),
                        Columns.strings(row, "competitor_domains")),
                row.getString("offering"),
                row.getString("business_user_role"),
                row.getString("situation"),
                row.getString("details"),
                impacts(row.getString("impacts")),
                row.getString("language"),
                permission(row),
                Columns.instant(row, "created_at"),
                Columns.uuid(row, "created_by"),
                Columns.instant(row, "updated_at"),
                Columns.uuid(row, "updated_by"),
                row.getLong("version"));
    }

    private List<Impact> impacts(String stored) throws SQLException {
        try {
            return List.copyOf(json.readValue(stored, IMPACTS));
        } catch (JsonProcessingException e) {
            throw new SQLException("The impacts of a story cannot be read", e);
        }
    }

    private static @Nullable Permission permission(ResultSet row) throws SQLException {
        String kind = row.getString("permission_kind");
        return kind == null
                ? null
                : new Permission(
                        Permission.Kind.valueOf(kind),
                        row.getString("permission_by"),
                        Columns.dateOrNull(row, "permission_until"),
                        row.getString("permission_url"),
                        Columns.instantOrNull(row, "permission_ended_at"),
                        Columns.uuidOrNull(row, "permission_ended_by"),
                        row.getString("permission_end_reason"));
    }
}
