package dev.tightrope.outreach.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Writes success stories. */
@ApplicationScoped
class StoryStore {
    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final StoryMapper mapper;
    private final Caller caller;
    private final Clock clock;

    StoryStore(Jdbi jdbi, ObjectMapper json, Caller caller, Clock clock) {
        this.jdbi = jdbi;
        this.json = json;
        this.mapper = new StoryMapper(json);
        this.caller = caller;
        this.clock = clock;
    }

    Story lockOrRefuse(UUID id) {
        return jdbi.withHandle(
                        handle -> handle.createQuery("SELECT * FROM success_story WHERE id = :id FOR NO KEY UPDATE")
                                .bind("id", id)
                                .map(mapper)
                                .findOne())
                .orElseThrow(() -> Problems.notFound("success story", id));
    }

    Story add(UUID id, StoryContent content, @Nullable Permission permission) {
        return write("""
                INSERT INTO success_story (
                    id, competitor_name, competitor_aliases, competitor_domains, offering, business_user_role,
                    situation, details, impacts, language, permission_kind, permission_by, permission_until,
                    permission_url, created_at, created_by, updated_at, updated_by, version)
                VALUES (
                    :id, :competitor, :aliases, :domains, :offering, :role,
                    :situation, :details, CAST(:impacts AS jsonb), :language, :kind, :permissionBy, :until,
                    :url, :now, :by, :now, :by, 1)
                RETURNING *
                """, id, content, permission);
    }

    Story change(UUID id, StoryContent content, @Nullable Permission permission) {
        return write("""
                UPDATE success_story
                SET competitor_name = :competitor, competitor_aliases = :aliases, competitor_domains = :domains,
                    offering = :offering, business_user_role = :role, situation = :situation, details = :details,
                    impacts = CAST(:impacts AS jsonb), language = :language,
                    permission_kind = :kind, permission_by = :permissionBy, permission_until = :until,
                    permission_url = :url, permission_ended_at = :endedAt, permission_ended_by = :endedBy,
                    permission_end_reason = :endReason,
                    updated_at = :now, updated_by = :by, version = version + 1
                WHERE id = :id
                RETURNING *
                """, id, content, permission);
    }

    static StoryContent contentOf(Story story) {
        return new StoryContent(
                story.competitor(),
                story.offering(),
                story.businessUserRole(),
                story.situation(),
                story.details(),
                story.impacts(),
                story.language());
    }

    private Story write(String sql, UUID id, StoryContent content, @Nullable Permission permission) {
        return jdbi.withHandle(handle -> bindPermission(
                        handle.createQuery(sql)
                                .bind("id", id)
                                .bind("competitor", content.competitor().name())
                                .bindArray(
                                        "aliases",
                                        String.class,
                                        content.competitor().aliases())
                                .bindArray(
                                        "domains",
                                        String.class,
                                        content.competitor().domains())
                                .bind("offering", content.offering())
                                .bind("role", content.businessUserRole())
                                .bind("situation", content.situation())
                                .bind("details", content.details())
                                .bind("impacts", impacts(content))
                                .bind("language", content.language())
                                .bind("now", clock.instant())
                                .bind("by", caller.personId()),
                        permission)
                .map(mapper)
                .one());
    }

    private static <S extends SqlStatement<S>> S bindPermission(S statement, @Nullable Permission permission) {
        return statement
                .bind("kind", permission == null ? null : permission.kind().name())
                .bind("permissionBy", permission == null ? null : permission.by())
                .bind("until", permission == null ? null : permission.until())
                .bind("url", permission == null ? null : permission.url())
                .bind("endedAt", permission == null ? null : permission.endedAt())
                .bind("endedBy", permission == null ? null : permission.endedBy())
                .bind("endReason", permission == null ? null : permission.endReason());
    }

    private String impacts(StoryContent content) {
        try {
            return json.writeValueAsString(content.impacts());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Impacts are plain text and must be writable", e);
        }
    }
}
