package dev.tightrope.e2e;

import dev.tightrope.local.Patience;
import dev.tightrope.local.Rest;
import dev.tightrope.local.Steps;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client that repeats a call until somebody answers it, as clients of a service that may be killed do. */
final class StubbornClient {

    private final Rest rest;
    private final Random random;
    private final List<String> told;
    private final List<String> faults = new CopyOnWriteArrayList<>();

    StubbornClient(Rest rest, Random random, List<String> told) {
        this.rest = rest;
        this.random = random;
        this.told = told;
    }

    Rest.Answer get(String path) {
        return persist("GET", path, null, Map.of());
    }

    /** One unsafe call under one key; now and then it is sent again although it was answered. */
    Rest.Answer send(String method, String path, @Nullable String body, @Nullable String etag) {
        String key = UUID.randomUUID().toString();
        Map<String, String> headers =
                etag == null ? Map.of("Idempotency-Key", key) : Map.of("Idempotency-Key", key, "If-Match", etag);
        Rest.Answer answer = persist(method, path, body, headers);
        told.add(method + " " + path + " " + (body == null ? "" : body.substring(0, Math.min(body.length(), 120)))
                + " -> " + answer.status() + (answer.status() >= 300 ? " " + answer.text("code") : ""));
        if (answer.status() < 300 && random.nextInt(7) == 0) {
            Rest.Answer again = persist(method, path, body, headers);
            if (again.status() != answer.status() || !again.text("id").equals(answer.text("id"))) {
                faults.add("repeated " + method + " " + path + ": " + answer.status() + ", then " + again.status() + " "
                        + again.body());
            }
        }
        return answer;
    }

    Rest.Answer post(String path, @Nullable String body) {
        return send("POST", path, body, null);
    }

    /** Reads the version and sends it in If-Match; null if there is nothing to read yet. */
    Rest.@Nullable Answer update(String method, String path, String versioned, @Nullable String body) {
        Rest.Answer read = get(versioned);
        return read.status() == 200 ? send(method, path, body, read.etag()) : null;
    }

    /** What no answer may be, however the services were treated. */
    List<String> faults() {
        return faults;
    }

    private Rest.Answer persist(String method, String path, @Nullable String body, Map<String, String> headers) {
        return Patience.until(
                "an answer to " + method + " " + path,
                Steps.TRAVEL,
                () -> once(method, path, body, headers),
                answer -> answer != null);
    }

    private Rest.@Nullable Answer once(String method, String path, @Nullable String body, Map<String, String> headers) {
        try {
            Rest.Answer answer = rest.call(method, path, body, headers);
            if (answer.status() == 500) {
                faults.add(method + " " + path + " -> 500 " + answer.body());
            }
            // 502 is the gateway's word for a dead service; 503 and 504 say themselves that the call may be repeated.
            return List.of(502, 503, 504).contains(answer.status()) ? null : answer;
        } catch (UncheckedIOException cutOff) {
            return null;
        }
    }
}
