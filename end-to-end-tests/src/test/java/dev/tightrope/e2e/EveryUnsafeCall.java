package dev.tightrope.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tightrope.e2e.ApiDocument.Call;
import dev.tightrope.local.Rest;
import dev.tightrope.local.SampleUser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The calls of a service's document that change something, made with the ids of one company and every choice of value. */
final class EveryUnsafeCall {

    private static final List<SampleUser> CALLERS = List.of(SampleUser.REP1, SampleUser.MANAGER, SampleUser.ADMIN);

    private final ApiDocument document;

    EveryUnsafeCall(ApiDocument document) {
        this.document = document;
    }

    List<Call> calls() {
        return document.calls().stream().filter(Call::changesSomething).toList();
    }

    /** The bodies to try: the document's examples first, then the first again with each value of each choice. */
    List<String> bodies(Call call, Scene scene) {
        if (!call.takesJson()) {
            return List.of(call.mediaType().isEmpty() ? "" : message(scene));
        }
        List<JsonNode> bodies = new ArrayList<>(document.examples(call));
        ObjectNode first = bodies.get(0).deepCopy();
        document.bodySchema(call)
                .path("properties")
                .properties()
                .forEach(property -> choices(property.getValue())
                        .forEach(choice -> bodies.add(first.deepCopy().set(property.getKey(), choice))));
        return bodies.stream().map(body -> ofThisCompany(body, scene)).toList();
    }

    private static String ofThisCompany(JsonNode example, Scene scene) {
        ObjectNode body = example.deepCopy();
        Map.of("prospectId", scene.prospect, "executiveId", scene.executive, "storyId", scene.story)
                .forEach((name, id) -> {
                    if (body.has(name)) {
                        body.put(name, id);
                    }
                });
        return body.toString().replace("nordfors.example", scene.domain);
    }

    private List<JsonNode> choices(JsonNode property) {
        JsonNode schema = document.resolve(property);
        List<JsonNode> choices = new ArrayList<>();
        schema.path("enum").forEach(choices::add);
        if (schema.path("type").asText().equals("boolean")) {
            choices.add(JsonNodeFactory.instance.booleanNode(true));
            choices.add(JsonNodeFactory.instance.booleanNode(false));
        }
        return choices;
    }

    private static String message(Scene scene) {
        return "From: " + scene.executiveEmail + "\r\nTo: reply@" + SampleUser.DOMAIN
                + "\r\nSubject: Send me your e-mail\r\nMessage-ID: <" + UUID.randomUUID() + "@" + scene.domain
                + ">\r\n\r\nPlease send me the e-mail now.\r\n";
    }

    /** Makes the call as the rep, and where a rep may not, as whoever may. */
    Rest.Answer make(Call call, String body, Scene scene, String outreach) {
        Rest.Answer answer = null;
        for (SampleUser caller : CALLERS) {
            answer = make(call, body, scene, outreach, caller);
            if (answer.status() != 403) {
                break;
            }
        }
        return answer;
    }

    private Rest.Answer make(Call call, String body, Scene scene, String outreach, SampleUser caller) {
        Rest rest = new Rest(
                scene.stack.service(document.service()).url(),
                scene.stack.tokens().of(caller));
        String path = path(call.path(), scene, outreach);
        Map<String, String> headers = new HashMap<>();
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        headers.put("If-Match", version(rest, path));
        if (!call.mediaType().isEmpty()) {
            headers.put("Content-Type", call.mediaType());
        }
        return rest.call(
                call.verb(), path, body.isEmpty() ? null : body.replace(ApiDocument.AN_OUTREACH, outreach), headers);
    }

    /** The ETag of what the path names, or of what it belongs to. */
    private static String version(Rest rest, String path) {
        String etag = rest.get(path).etag();
        String owner = path.substring(0, Math.max(1, path.lastIndexOf('/')));
        return etag != null ? etag : String.valueOf(rest.get(owner).etag());
    }

    private static String path(String template, Scene scene, String outreach) {
        String below = template.substring("/api/v1".length());
        String id = switch (below.split("/")[1]) {
            case "outreaches", "homework", "scripts" -> outreach;
            case "executives" -> scene.executive;
            case "prospects" -> scene.prospect;
            case "success-stories" -> scene.story;
            case "people" -> scene.rep.id().toString();
            default -> UUID.randomUUID().toString();
        };
        return below.replaceFirst("\\{[^}]+}", id)
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }
}
