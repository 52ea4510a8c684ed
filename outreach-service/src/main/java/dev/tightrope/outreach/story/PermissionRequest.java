package dev.tightrope.outreach.story;

import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.input.SingleLine;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A permission as clients write it: granted by somebody, or a public case study at a URL. */
record PermissionRequest(
        @NotNull Permission.Kind kind,
        @Nullable @SingleLine(max = 200) String by,
        @Nullable LocalDate until,
        @Nullable @SingleLine(max = 2000) String url) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    Permission permission(String pointer, FieldErrors errors) {
        if (kind == Permission.Kind.GRANTED_BY && by == null) {
            errors.add(pointer + "/by", "must name who at the competitor granted it");
        }
        if (kind == Permission.Kind.PUBLIC_CASE_STUDY && url == null) {
            errors.add(pointer + "/url", "must be the address of the public case study");
        }
        if (url != null && !isWebAddress(url)) {
            errors.add(pointer + "/url", "must be a web address such as https://example.com/case");
        }
        if (until != null && (until.getYear() < 2000 || until.getYear() > 9999)) {
            errors.add(pointer + "/until", "must be a date between 2000 and 9999");
        }
        return new Permission(kind, by, until, url, null, null, null);
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            return uri.getScheme() != null && SCHEMES.contains(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether the recorded permission says the same, its withdrawal aside. */
    boolean says(Permission recorded) {
        return kind == recorded.kind()
                && Objects.equals(by, recorded.by())
                && Objects.equals(until, recorded.until())
                && Objects.equals(url, recorded.url());
    }
}
