package dev.tightrope.api.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What a resource method's result will look like on the wire, before JAX-RS writes it. */
@Singleton
class Answers {
    private final ObjectMapper json;

    Answers(ObjectMapper json) {
        this.json = json;
    }

    /** Refused when the method is called the first time, so that no test can miss it. */
    void checkSynchronous(Method method) {
        Class<?> type = method.getReturnType();
        if (Uni.class.isAssignableFrom(type)
                || Multi.class.isAssignableFrom(type)
                || CompletionStage.class.isAssignableFrom(type)) {
            throw new IllegalStateException(
                    method + " is asynchronous: @Idempotent could not keep its effect and response in one transaction");
        }
    }

    static boolean isRefusal(@Nullable Object result) {
        return (result instanceof RestResponse<?> typed && typed.getStatus() >= 400)
                || (result instanceof Response response && response.getStatus() >= 400);
    }

    StoredResponse of(Method method, @Nullable Object result) {
        if (result instanceof RestResponse<?> typed) {
            return ofResponse(typed.toResponse());
        }
        if (result instanceof Response response) {
            return ofResponse(response);
        }
        if (result == null) {
            return new StoredResponse(statusOf(method, 204), Map.of(), null);
        }
        return new StoredResponse(
                statusOf(method, 200), Map.of(HttpHeaders.CONTENT_TYPE, typeOf(result)), bytesOf(result));
    }

    private StoredResponse ofResponse(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.getStringHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        Object entity = response.hasEntity() ? response.getEntity() : null;
        if (entity == null) {
            return new StoredResponse(response.getStatus(), headers, null);
        }
        if (response.getMediaType() == null) {
            headers.put(HttpHeaders.CONTENT_TYPE, typeOf(entity));
        }
        return new StoredResponse(response.getStatus(), headers, bytesOf(entity));
    }

    private static int statusOf(Method method, int otherwise) {
        ResponseStatus own = method.getAnnotation(ResponseStatus.class);
        return own == null ? otherwise : own.value();
    }

    private static String typeOf(Object entity) {
        // As JAX-RS writes them, so that a repeated call cannot tell the difference.
        return (entity instanceof CharSequence ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON) + ";charset=UTF-8";
    }

    private byte[] bytesOf(Object entity) {
        if (entity instanceof byte[] bytes) {
            return bytes;
        }
        if (entity instanceof CharSequence text) {
            return text.toString().getBytes(UTF_8);
        }
        try {
            return json.writeValueAsBytes(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The response cannot be written as JSON", e);
        }
    }
}
