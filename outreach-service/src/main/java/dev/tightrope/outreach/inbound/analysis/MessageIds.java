package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Message-IDs in header fields, and where a body names them. */
final class MessageIds {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,900}>");

    /** The URL of a message (RFC 2392), such as the {@code cite} of Thunderbird's quotes: its id, percent-encoded. */
    private static final Pattern MID = Pattern.compile("(?i)\\bmid:([^\\s\"'<>/?]{2,900}[^\\s\"'<>/?.,;:)])");

    /** The field as programs print it that show all header fields above what they forward. */
    private static final Pattern PRINTED = Pattern.compile("(?i)\\bmessage-id[*]?\\s{0,3}:[*]?\\s{0,20}"
            + "(?:</?[a-z][^<>@]{0,300}>\\s{0,20}){0,8}(?:<|&lt;)([^<>&\\s@]{1,500}@[^<>&\\s]{1,300})(?:>|&gt;)");

    private static final int MOST_NAMED = 50;

    private MessageIds() {}

    static List<String> in(@Nullable String field) {
        List<String> ids = new ArrayList<>();
        if (field != null) {
            Matcher matcher = MESSAGE_ID.matcher(field);
            while (matcher.find()) {
                ids.add(matcher.group());
            }
        }
        return ids;
    }

    /** Those a body names, plain or HTML. */
    static List<String> named(String body) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher mid = MID.matcher(body);
        while (ids.size() < MOST_NAMED && mid.find()) {
            ids.add("<" + decoded(mid.group(1).replace("&amp;", "&")) + ">");
        }
        Matcher printed = PRINTED.matcher(body);
        while (ids.size() < MOST_NAMED && printed.find()) {
            ids.add("<" + printed.group(1) + ">");
        }
        return List.copyOf(ids);
    }

    private static String decoded(String id) {
        try {
            // A plus sign stands for itself here.
            return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return id;
        }
    }

    /**
     * The nearest first: In-Reply-To, then References from the last, then those of returned and attached messages, then
     * those these refer to themselves, then those its bodies name.
     */
    static List<String> references(Fields fields, List<Fields> inner, Stream<String> bodies) {
        Set<String> ids = new LinkedHashSet<>(answered(fields));
        inner.forEach(header -> {
            ids.addAll(in(header.first("Message-ID")));
            ids.addAll(in(header.first("Original-Message-ID")));
        });
        inner.forEach(header -> ids.addAll(answered(header)));
        bodies.forEach(body -> ids.addAll(named(body)));
        return List.copyOf(ids);
    }

    private static List<String> answered(Fields fields) {
        List<String> ids = in(fields.first("In-Reply-To"));
        List<String> references = in(fields.first("References"));
        Collections.reverse(references);
        ids.addAll(references);
        return ids;
    }
}
