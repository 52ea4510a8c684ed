package dev.tightrope.api.problem;

import dev.tightrope.api.ProblemException;
import jakarta.ws.rs.core.Response;

/** Words for what JAX-RS refuses by itself. */
final class ProtocolProblems {
    private ProtocolProblems() {}

    static ProblemException of(Response refused) {
        int status = refused.getStatus();
        return switch (status) {
            case 401 -> problem(status, "unauthorized", "Unauthorized", "This call needs a bearer token.");
            case 403 -> problem(status, "forbidden", "Forbidden", "Your role does not allow this call.");
            case 404 -> problem(status, "not-found", "Not found", "There is no such thing.");
            case 406 ->
                problem(
                        status,
                        "not-acceptable",
                        "Not acceptable",
                        "None of the media types in Accept can be had here; application/json can.");
            case 413 -> problem(status, "body-too-large", "Body too large", "The body is too large.");
            case 415 ->
                problem(
                        status,
                        "unsupported-media-type",
                        "Unsupported media type",
                        "The body must have the Content-Type this call takes, usually application/json.");
            default -> {
                String reason = refused.getStatusInfo().getReasonPhrase();
                yield problem(status, "invalid-request", "Invalid request", "The request was refused: " + reason + ".");
            }
        };
    }

    static ProblemException methodNotAllowed(String method, String allowed) {
        return problem(
                405,
                "method-not-allowed",
                "Method not allowed",
                "This path does not take " + method + "; it takes " + allowed + ".");
    }

    private static ProblemException problem(int status, String code, String title, String detail) {
        return new ProblemException(status, code, title, detail);
    }
}
