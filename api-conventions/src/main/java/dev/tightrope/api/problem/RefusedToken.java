package dev.tightrope.api.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Why a token was refused, for the log: without the token and its claims, which open doors and name a person. */
final class RefusedToken {
    private static final int DEEPEST_CAUSE = 20;

    /** Base64 of a JSON object begins so. */
    private static final Pattern TOKEN = Pattern.compile("ey[A-Za-z0-9_-]{8,}[A-Za-z0-9_.-]*");

    private static final Pattern OBJECT = Pattern.compile("\\{.*\\}", Pattern.DOTALL);

    private RefusedToken() {}

    static String reason(Throwable refusal) {
        List<String> reasons = new ArrayList<>();
        Throwable cause = refusal;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof InvalidJwtException invalid) {
                // Its own message shows the whole token.
                invalid.getErrorDetails().stream()
                        .map(ErrorCodeValidator.Error::getErrorMessage)
                        .forEach(reasons::add);
            } else if (cause.getMessage() != null) {
                reasons.add(cause.getMessage());
            }
            cause = cause.getCause();
        }
        String all = OBJECT.matcher(String.join("; ", reasons)).replaceAll("{…}");
        return TOKEN.matcher(all).replaceAll("…");
    }
}
