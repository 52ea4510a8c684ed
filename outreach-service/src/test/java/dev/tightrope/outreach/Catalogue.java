package dev.tightrope.outreach;

import dev.tightrope.testing.User;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records prospects, executives and stories over REST, each with a name and domain nobody else uses. */
public final class Catalogue {
    private Catalogue() {}

    /** A Swedish prospect with one domain. */
    public static UUID prospect(User by) {
        return prospect(by, Map.of());
    }

    /** A Swedish prospect; the given fields replace the usual ones. */
    public static UUID prospect(User by, Map<String, ?> fields) {
        return idOf(by, "/api/v1/prospects", with(prospectBody(), fields));
    }

    /** A new executive with address and cell phone. */
    public static UUID executive(User by, UUID prospectId) {
        return executive(by, prospectId, Map.of());
    }

    /** An executive; the given fields replace the usual ones, null leaves one out. */
    public static UUID executive(User by, UUID prospectId, Map<String, ?> fields) {
        return idOf(by, "/api/v1/executives", with(executiveBody(prospectId), fields));
    }

    /** A story for maintenance managers that may be told. */
    public static UUID story(User by, String competitor) {
        return story(by, competitor, Map.of());
    }

    /** A story; the given fields replace the usual ones, null leaves one out. */
    public static UUID story(User by, String competitor, Map<String, ?> fields) {
        return idOf(by, "/api/v1/success-stories", with(storyBody(competitor), fields));
    }

    /** A domain nobody else uses. */
    public static String freshDomain() {
        return "d" + UUID.randomUUID().toString().replace("-", "") + ".example";
    }

    /** What a prospect is recorded with. */
    public static Map<String, Object> prospectBody() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Northern Steam " + UUID.randomUUID());
        body.put("domains", List.of(freshDomain()));
        body.put("country", "SE");
        body.put("industry", "Paper mills");
        return body;
    }

    /** What an executive is recorded with. */
    public static Map<String, Object> executiveBody(UUID prospectId) {
        Map<String, Object> body = new HashMap<>();
        body.put("prospectId", prospectId);
        body.put("name", "Astrid Lind");
        body.put("title", "CEO");
        body.put("email", "astrid.lind@" + freshDomain());
        body.put("phone", "070-174 06 05");
        body.put("zone", "Europe/Stockholm");
        body.put("language", "en");
        return body;
    }

    /** What a story is recorded with. */
    public static Map<String, Object> storyBody(String competitor) {
        Map<String, Object> body = new HashMap<>();
        body.put(
                "competitor",
                Map.of(
                        "name",
                        competitor,
                        "aliases",
                        List.of(competitor + " Group"),
                        "domains",
                        List.of(freshDomain())));
        body.put("offering", "Heat exchanger service");
        body.put("businessUserRole", "maintenance manager");
        body.put("situation", "Unplanned stops every third week, and nobody knew which exchanger would be next.");
        body.put("details", "We measured every exchanger for a month and changed the cleaning to follow the fouling.");
        body.put(
                "impacts",
                List.of(
                        Map.of("text", "fewer unplanned stops", "figure", "62 %"),
                        Map.of("text", "a calmer maintenance team")));
        body.put("language", "en");
        body.put("permission", Map.of("kind", "GRANTED_BY", "by", "Their plant director", "until", "2099-12-31"));
        return body;
    }

    /** A copy of a body with some fields replaced; null leaves a field out. */
    public static Map<String, Object> with(Map<String, Object> body, Map<String, ?> fields) {
        Map<String, Object> changed = new HashMap<>(body);
        fields.forEach((name, value) -> put(changed, name, value));
        return changed;
    }

    /** A copy of a body with one field replaced; null leaves it out. */
    public static Map<String, Object> with(Map<String, Object> body, String name, @Nullable Object value) {
        Map<String, Object> changed = new HashMap<>(body);
        put(changed, name, value);
        return changed;
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value == null) {
            body.remove(name);
        } else {
            body.put(name, value);
        }
    }

    private static UUID idOf(User by, String path, Map<String, Object> body) {
        return UUID.fromString(
                by.sends(body).post(path).then().statusCode(201).extract().path("id"));
    }
}
