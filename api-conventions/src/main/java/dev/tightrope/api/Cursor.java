package dev.tightrope.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a page of a list ended: the sort keys of its last row, opaque to clients (keyset paging, so rows inserted
 * meanwhile neither repeat nor hide others).
 *
 * <p>Whatever a client sends in its place is untrusted: each accessor answers a wrong part with 400 naming the
 * parameter {@code cursor}.
 */
public record Cursor(List<String> parts) {
    /** Copies the parts. */
    public Cursor {
        parts = List.copyOf(parts);
    }

    /** A cursor over sort keys such as an Instant and a UUID, the unique one last. */
    public static Cursor of(Object... keys) {
        List<String> parts = new ArrayList<>(keys.length);
        for (Object key : keys) {
            parts.add(key.toString());
        }
        return new Cursor(parts);
    }

    /** Reads what {@link #encoded()} wrote. */
    public static Cursor parse(String encoded) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(encoded), UTF_8);
            List<String> parts = new ArrayList<>();
            for (String part : text.split(",", -1)) {
                String decoded = URLDecoder.decode(part, UTF_8);
                if (decoded.indexOf('\0') >= 0) {
                    throw invalid();
                }
                parts.add(decoded);
            }
            return new Cursor(parts);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    /** The form clients see. */
    public String encoded() {
        List<String> escaped =
                parts.stream().map(part -> URLEncoder.encode(part, UTF_8)).toList();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(",", escaped).getBytes(UTF_8));
    }

    /** The sort key at a position, as text. */
    public String text(int index) {
        return part(index, Function.identity());
    }

    /** The sort key at a position, as a moment. */
    public Instant instant(int index) {
        Instant moment = part(index, Instant::parse);
        if (!Moments.areStorable(moment)) {
            throw invalid();
        }
        return moment;
    }

    /** The sort key at a position, as an id. */
    public UUID uuid(int index) {
        return part(index, UUID::fromString);
    }

    /** The sort key at a position, as a whole number. */
    public long number(int index) {
        return part(index, Long::valueOf);
    }

    private <T> T part(int index, Function<String, T> reader) {
        if (index >= parts.size()) {
            throw invalid();
        }
        try {
            return reader.apply(parts.get(index));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return Problems.badRequest(
                "invalid-cursor",
                List.of(FieldError.query(
                        "cursor",
                        "is no cursor of this list: pass page.nextCursor of the page before, or leave it out")));
    }
}
