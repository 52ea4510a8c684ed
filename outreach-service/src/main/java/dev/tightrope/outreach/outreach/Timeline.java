package dev.tightrope.outreach.outreach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.lifecycle.OutreachState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What happened in an outreach, for the other features to tell. Whether the caller may see it is theirs to check. */
@ApplicationScoped
public class Timeline {
    private static final int LONGEST = 500;

    private final Jdbi jdbi;
    private final ObjectMapper json;

    Timeline(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * Something that had an effect.
     *
     * @param at when
     * @param round the round it happened in
     * @param by who did it
     * @param what what happened, in words
     * @param state where the outreach stood after it
     */
    public record Event(Instant at, int round, String by, String what, OutreachState state) {}

    /**
     * What somebody at the prospect said.
     *
     * @param at when
     * @param round the round it came in
     * @param channel how it came
     * @param from who, as far as known
     * @param role their role, where known
     * @param text what they said
     * @param meaning what the rep says it means; absent until they do
     */
    @Schema(name = "TimelineAnswer")
    public record Answer(
            Instant at,
            int round,
            ResponseChannel channel,
            String from,
            @Nullable String role,
            String text,

            @Schema(
                    enumeration = {
                        "INTERESTED",
                        "PASSED_ON",
                        "LATER",
                        "DECLINED",
                        "NOT_FROM_THEM",
                        "OPTED_OUT",
                        "SETTLED"
                    })
            @Nullable
            String meaning) {}

    /**
     * A story a round told.
     *
     * @param round the round
     * @param storyId the story
     * @param mailOut whether its mail was accepted
     */
    public record Told(int round, UUID storyId, boolean mailOut) {}

    /** The latest events, the oldest first. */
    public List<Event> of(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM (SELECT * FROM outreach_history WHERE outreach_id = :outreach AND applied
                                       ORDER BY id DESC LIMIT :longest) latest
                        ORDER BY id
                        """)
                .bind("outreach", outreachId)
                .bind("longest", LONGEST)
                .map((row, context) -> new Event(
                        Columns.instant(row, "at"),
                        row.getInt("round"),
                        row.getString("actor_name"),
                        row.getString("cause"),
                        OutreachState.valueOf(row.getString("to_state"))))
                .list());
    }

    /** Everything they said, the oldest first. */
    public List<Answer> answers(UUID outreachId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM response WHERE outreach_id = :outreach ORDER BY id")
                        .bind("outreach", outreachId)
                        .map((row, context) -> answer(row))
                        .list());
    }

    /** The stories told, by round. */
    public List<Told> stories(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT round, story_id, mail_out FROM outreach_round WHERE outreach_id = :outreach ORDER BY round")
                .bind("outreach", outreachId)
                .map((row, context) ->
                        new Told(row.getInt("round"), Columns.uuid(row, "story_id"), row.getBoolean("mail_out")))
                .list());
    }

    /** What the homework found, as voicemail-service told it last. */
    public Optional<JsonNode> homework(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT data FROM outreach_history
                        WHERE outreach_id = :outreach AND trigger IN ('HOMEWORK_COMPLETED', 'HOMEWORK_CHANGED')
                        ORDER BY id DESC LIMIT 1
                        """)
                .bind("outreach", outreachId)
                .map((row, context) -> read(row.getString("data")))
                .findOne());
    }

    private static Answer answer(ResultSet row) throws SQLException {
        ResponseChannel channel = ResponseChannel.valueOf(row.getString("channel"));
        String name = row.getString("from_name");
        String address = row.getString("from_address");
        String phone = row.getString("from_phone");
        String from = name != null ? name : address != null ? address : phone != null ? phone : "";
        return new Answer(
                Columns.instant(row, "received_at"),
                row.getInt("round"),
                channel,
                from,
                row.getString("from_role"),
                row.getString("text"),
                row.getString("disposition"));
    }

    private JsonNode read(String data) throws SQLException {
        try {
            return json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new SQLException("The data of a history entry cannot be read", e);
        }
    }
}
