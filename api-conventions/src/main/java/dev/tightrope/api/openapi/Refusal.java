package dev.tightrope.api.openapi;

import dev.tightrope.api.problem.Problem;
import dev.tightrope.api.problem.RequestIds;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** The refusals an operation may answer with; which of them are possible is told from its shape. */
enum Refusal {
    BAD_REQUEST(
            "400",
            "BadRequest",
            "Malformed, or a field is unknown or of the wrong kind; `errors` says which.",
            shape -> shape.body || shape.parameters),
    UNAUTHORIZED("401", "Unauthorized", "No valid token.", shape -> true),
    NOT_FOUND(
            "404",
            "NotFound",
            "There is none, none you may see, or none yet: what another service makes follows within seconds.",
            shape -> shape.oneOfMany),
    CONFLICT(
            "409",
            "Conflict",
            "Not now: too early or too late (`state`, `tried` and `mustHappenFirst` say why), or held by somebody else;"
                    + " `detail` says the same in words.",
            shape -> shape.body || shape.versioned),
    PRECONDITION_FAILED(
            "412", "PreconditionFailed", "It was changed since it was read: read it again.", shape -> shape.versioned),
    UNPROCESSABLE(
            "422",
            "Unprocessable",
            "Understood, but not to be accepted as it is; `errors` names everything that is missing or wrong.",
            shape -> shape.body || shape.versioned),
    PRECONDITION_REQUIRED(
            "428",
            "PreconditionRequired",
            "The ETag it was read with has to come back in If-Match.",
            shape -> shape.versioned),
    ANY(
            "default",
            ApiConventionsFilter.PROBLEM,
            "The call was refused or failed (RFC 9457); a program decides by `code`.",
            shape -> true);

    /** What answers of success that say nothing else are called; the specification wants a description. */
    private static final Map<String, String> SUCCESSES =
            Map.of("200", "OK", "201", "Created", "204", "Done; no content");

    private final String status;
    private final String component;
    private final String description;
    private final Predicate<Shape> possible;

    Refusal(String status, String component, String description, Predicate<Shape> possible) {
        this.status = status;
        this.component = component;
        this.description = description;
        this.possible = possible;
    }

    private record Shape(boolean body, boolean parameters, boolean oneOfMany, boolean versioned) {}

    static void addTo(Components components) {
        for (Refusal refusal : values()) {
            components.addResponse(refusal.component, problem(refusal.description));
        }
    }

    private static APIResponse problem(String description) {
        Header requestId = OASFactory.createHeader()
                .description("Finds this request in the logs.")
                .schema(ApiConventionsFilter.text());
        return OASFactory.createAPIResponse()
                .description(description)
                .addHeader(RequestIds.HEADER, requestId)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema()
                                                .ref("#/components/schemas/" + ApiConventionsFilter.PROBLEM))));
    }

    /** Adds them to an operation; what a resource has described itself stays. */
    static void describe(String path, Operation operation) {
        APIResponses responses =
                operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        SUCCESSES.forEach((status, description) -> {
            APIResponse answer = responses.getAPIResponse(status);
            if (answer != null && answer.getDescription() == null) {
                answer.description(description);
            }
        });
        Shape shape = new Shape(
                operation.getRequestBody() != null,
                operation.getParameters() != null,
                path.contains("{"),
                hasIfMatch(operation));
        for (Refusal refusal : values()) {
            refusal.addTo(responses, shape);
        }
        operation.setResponses(responses);
    }

    private static boolean hasIfMatch(Operation operation) {
        List<Parameter> parameters = operation.getParameters();
        return parameters != null && parameters.stream().anyMatch(Refusal::isIfMatch);
    }

    static boolean isIfMatch(Parameter parameter) {
        return HttpHeaders.IF_MATCH.equalsIgnoreCase(parameter.getName());
    }

    private void addTo(APIResponses responses, Shape shape) {
        APIResponse described = responses.getAPIResponse(status);
        boolean asGenerated = described == null || (described.getContent() == null && described.getRef() == null);
        if (asGenerated && possible.test(shape)) {
            responses.addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + component));
        }
    }
}
