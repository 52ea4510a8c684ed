package dev.tightrope.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Fills an empty system with people, prospects, executives and stories through the API; leaves what is there. */
public final class SampleData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final JsonNode data;

    private SampleData(Stack stack, JsonNode data) {
        this.stack = stack;
        this.data = data;
    }

    /** Makes what is missing; a second call changes nothing. */
    public static void ensure(Stack stack) {
        try (InputStream file = SampleData.class.getResourceAsStream("sample-data.json")) {
            SampleData sample = new SampleData(stack, JSON.readTree(file));
            sample.people();
            sample.prospects();
            sample.stories();
        } catch (IOException e) {
            throw new UncheckedIOException("sample-data.json cannot be read", e);
        }
    }

    private void people() {
        String team = idOf(stack.as(SampleUser.ADMIN), "/teams", "name", object("name", data.path("team")));
        for (SampleUser user : SampleUser.values()) {
            JsonNode profile = data.path("profiles").path(user.name());
            JsonNode me = stack.as(user).get("/me").ok().body();
            if (profile.isObject() && me.path("phone").isMissingNode()) {
                stack.as(user).update("PUT", "/me", "/me", profile.toString()).ok();
            }
            if (profile.isObject() && !me.path("teamId").asText().equals(team)) {
                String person = "/people/" + user.id();
                stack.as(SampleUser.ADMIN)
                        .update("PUT", person + "/team", person, "{\"teamId\":\"" + team + "\"}")
                        .ok();
            }
        }
    }

    private void prospects() {
        Rest rep = stack.as(SampleUser.REP1);
        for (JsonNode prospect : data.path("prospects")) {
            ObjectNode company = prospect.deepCopy();
            company.remove("executives");
            String prospectId = idOf(rep, "/prospects", "name", company);
            for (JsonNode executive : prospect.path("executives")) {
                ObjectNode whole = executive.deepCopy();
                whole.put("prospectId", prospectId);
                idOf(rep, "/executives", "name", whole);
            }
        }
    }

    private void stories() {
        for (JsonNode story : data.path("stories")) {
            idOf(stack.as(SampleUser.REP1), "/success-stories", "offering", (ObjectNode) story);
        }
    }

    /** The id of the row with the same name; made if there is none, so that a second start changes nothing. */
    private static String idOf(Rest rest, String path, String name, ObjectNode wanted) {
        for (JsonNode row : all(rest, path)) {
            if (row.path(name).equals(wanted.path(name))) {
                return row.path("id").asText();
            }
        }
        return rest.post(path, wanted.toString()).ok().text("id");
    }

    private static List<JsonNode> all(Rest rest, String path) {
        List<JsonNode> rows = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = rest.get(path + "?limit=200" + cursor).ok().body();
            page.path("data").forEach(rows::add);
            cursor = page.path("page").path("hasMore").asBoolean()
                    ? "&cursor=" + page.path("page").path("nextCursor").asText()
                    : "";
        } while (!cursor.isEmpty());
        return rows;
    }

    private static ObjectNode object(String field, JsonNode value) {
        return JSON.createObjectNode().set(field, value);
    }
}
