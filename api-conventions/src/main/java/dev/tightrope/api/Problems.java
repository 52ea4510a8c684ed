package dev.tightrope.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The refusals of the API, one factory per kind; each returns the exception to throw. */
public final class Problems {
    private Problems() {}

    /** 404: there is no such thing, or it belongs to somebody else. */
    public static ProblemException notFound(String what, Object id) {
        return new ProblemException(404, "not-found", "Not found", "There is no " + what + " " + id + ".");
    }

    /** 409: the state of things does not allow it; the detail says what has to happen first. */
    public static ProblemException conflict(String code, String detail) {
        return conflict(code, detail, Map.of());
    }

    /** 409 with further members, such as who holds the company. */
    public static ProblemException conflict(String code, String detail, Map<String, ? extends Object> members) {
        return new ProblemException(409, code, titleOf(code), detail, List.of(), members);
    }

    /**
     * 409: a command comes too early or too late. Every such refusal has the same members, whichever service it is of.
     *
     * @param detail the same in words
     * @param state where that stands which the command is about
     * @param tried what was tried, as a constant such as {@code SCRIPT_APPROVED}
     * @param mustHappenFirst what has to happen first, in sentences; empty only where nothing makes it possible any more
     */
    public static ProblemException refused(
            String code, String detail, String state, String tried, List<String> mustHappenFirst) {
        return refused(code, detail, state, tried, mustHappenFirst, Map.of());
    }

    /** As above, with further members. */
    public static ProblemException refused(
            String code,
            String detail,
            String state,
            String tried,
            List<String> mustHappenFirst,
            Map<String, ? extends Object> more) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put("state", state);
        members.put("tried", tried);
        members.put("mustHappenFirst", List.copyOf(mustHappenFirst));
        return conflict(code, detail, members);
    }

    /** 422: well-formed, but it breaks rules of the domain; every broken one is named at once. */
    public static ProblemException unprocessable(String code, List<FieldError> errors) {
        return unprocessable(code, summary(errors), errors);
    }

    /** 422 with a detail of its own. */
    public static ProblemException unprocessable(String code, String detail, List<FieldError> errors) {
        return unprocessable(code, detail, errors, Map.of());
    }

    /** 422 with a detail of its own and further members. */
    public static ProblemException unprocessable(
            String code, String detail, List<FieldError> errors, Map<String, ? extends Object> members) {
        return new ProblemException(422, code, titleOf(code), detail, errors, members);
    }

    /** 400: the request itself is wrong. */
    public static ProblemException badRequest(String code, String detail) {
        return new ProblemException(400, code, titleOf(code), detail);
    }

    /** 400 with the fields that are wrong. */
    public static ProblemException badRequest(String code, List<FieldError> errors) {
        return new ProblemException(400, code, titleOf(code), summary(errors), errors, Map.of());
    }

    /** 400 for one field, with the code {@code invalid-request}. */
    public static ProblemException badRequest(FieldError error) {
        return badRequest("invalid-request", List.of(error));
    }

    /** 401: nobody is signed in. */
    public static ProblemException unauthorized(String detail) {
        return new ProblemException(401, "unauthorized", "Unauthorized", detail);
    }

    /** 403: the caller's role does not allow this kind of call; for a row of somebody else use {@link #notFound}. */
    public static ProblemException forbidden(String detail) {
        return new ProblemException(403, "forbidden", "Forbidden", detail);
    }

    /** 412: the resource changed since the caller read it. */
    public static ProblemException preconditionFailed(String detail) {
        return new ProblemException(412, "precondition-failed", "Precondition failed", detail);
    }

    /** 428: an update without {@code If-Match}. */
    public static ProblemException preconditionRequired(String detail) {
        return new ProblemException(428, "precondition-required", "Precondition required", detail);
    }

    /** "company-held" becomes "Company held": one title per code, as RFC 9457 asks. */
    static String titleOf(String code) {
        String words = code.replace('-', ' ').replace('_', ' ');
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String summary(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.pointer() + " " + error.message())
                .collect(Collectors.joining("; ", "", "."));
    }
}
