package dev.tightrope.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small client of the JSON API in one person's name. */
public final class Rest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String baseUrl;
    private final String token;
    private final Listener listener;

    /** A client that calls {@code baseUrl} with a bearer token. */
    public Rest(String baseUrl, String token) {
        this(baseUrl, token, (method, path, body, answer) -> {});
    }

    private Rest(String baseUrl, String token, Listener listener) {
        this.baseUrl = baseUrl;
        this.token = token;
        this.listener = listener;
    }

    /** The same client, telling of every call. */
    public Rest tellingTo(Listener newListener) {
        return new Rest(baseUrl, token, newListener);
    }

    /** Hears of every call and its answer. */
    public interface Listener {
        /** Called after each answer. */
        void called(String method, String path, @Nullable String body, Answer answer);
    }

    /**
     * What the API answered.
     *
     * @param etag the version to send back with an update, if the answer had one
     */
    public record Answer(
            int status, JsonNode body, @Nullable String etag) {

        /** The answer itself, if it was a success; throws otherwise. */
        public Answer ok() {
            if (status >= 300) {
                throw new IllegalStateException("Answered " + status + ": " + body);
            }
            return this;
        }

        /** A text field of the body, empty if it is not there. */
        public String text(String field) {
            return body.path(field).asText("");
        }
    }

    /** GET of a path under /api/v1. */
    public Answer get(String path) {
        return call("GET", path, null, Map.of());
    }

    /** POST to a path under /api/v1; the body is JSON text or null. */
    public Answer post(String path, @Nullable String body) {
        return call("POST", path, body, Map.of());
    }

    /** An update: reads the version of {@code versioned} and sends it in If-Match, as a front end does. */
    public Answer update(String method, String path, String versioned, @Nullable String body) {
        String etag = new Rest(baseUrl, token).get(versioned).ok().etag();
        if (etag == null) {
            throw new IllegalStateException("No ETag at " + versioned);
        }
        return call(method, path, body, Map.of("If-Match", etag));
    }

    /** Any call, with headers of its own. */
    public Answer call(String method, String path, @Nullable String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        all.put("Accept", "application/json");
        if (body != null) {
            all.putIfAbsent("Content-Type", "application/json");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + "/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        all.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Answer answer = new Answer(
                    response.statusCode(),
                    parse(response.body()),
                    response.headers().firstValue("ETag").orElse(null));
            listener.called(method, path, body, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body.isBlank() ? "{}" : body);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
