package dev.tightrope.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Versions of resources on the wire: the row's version is the ETag, and updates name it in {@code If-Match}. */
public final class ETags {
    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"");
    private static final Pattern LIST = Pattern.compile(TAG.pattern() + "(\\s*,\\s*" + TAG.pattern() + ")*");

    private ETags() {}

    /** The ETag of a row's version. */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** 200 with what is shown of a row, under the ETag of its version. */
    public static <T> RestResponse<T> tagged(T shown, long version) {
        return ResponseBuilder.ok(shown).tag(of(version)).build();
    }

    /**
     * Lets an update pass only if the caller has read the current version; {@code *} matches every version. The UPDATE
     * must check the version too: two callers may pass here at the same moment.
     *
     * @param ifMatch null only where the parameter may be left out because there may be nothing to replace yet
     * @throws ProblemException 428 without the header, 412 if the version is another one
     */
    public static void check(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw Problems.preconditionRequired(
                    "This update needs the header If-Match with the ETag that reading answered, so that nobody's change is"
                            + " overwritten.");
        }
        String value = ifMatch.strip();
        if (value.equals("*")) {
            return;
        }
        if (!LIST.matcher(value).matches()) {
            throw Problems.badRequest(FieldError.header(
                    HttpHeaders.IF_MATCH, "must be an ETag in double quotes as the API sent it, such as \"3\""));
        }
        Matcher tags = TAG.matcher(value);
        while (tags.find()) {
            // RFC 9110, 13.1.1: If-Match compares strongly, so a weak tag never matches.
            if (tags.group(1) == null && tags.group(2).equals(Long.toString(version))) {
                return;
            }
        }
        throw Problems.preconditionFailed("It was changed since you read it: its ETag is now \"" + version
                + "\". Read it again, then repeat the update if it still makes sense.");
    }
}
