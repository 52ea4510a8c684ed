package dev.tightrope.outreach;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What the service decided to tell the others, read from its outbox. */
@ApplicationScoped
public class OutboxContents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi jdbi;

    OutboxContents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Data of the events of a type and key, the first told first. */
    public List<JsonNode> of(String type, UUID key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT data FROM outbox_event WHERE type = :type AND aggregate_id = :key ORDER BY sequence")
                .bind("type", type)
                .bind("key", key)
                .map((row, context) -> parse(row.getString("data")))
                .list());
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The outbox holds what is no JSON: " + data, e);
        }
    }
}
