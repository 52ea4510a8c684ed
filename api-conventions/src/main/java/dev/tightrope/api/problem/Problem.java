package dev.tightrope.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.ProblemException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error on the wire, as RFC 9457 shapes it.
 *
 * @param type names the kind of problem; an identifier, not a page
 * @param code the same for programs, without the prefix
 * @param errors which fields were wrong; may be empty
 * @param requestId finds this request in the logs
 * @param members further members, such as who holds a company
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "errors", "requestId"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<FieldError> errors,
        @Nullable String requestId,
        @JsonAnyGetter Map<String, Object> members) {
    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The problem an exception stands for. */
    public static Problem of(ProblemException e, @Nullable String requestId) {
        return new Problem(
                "urn:tightrope:problem:" + e.code(),
                e.title(),
                e.status(),
                e.detail(),
                e.code(),
                e.errors(),
                requestId,
                e.members());
    }
}
