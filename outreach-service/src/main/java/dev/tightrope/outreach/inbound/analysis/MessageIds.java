package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Message-IDs in header fields. */
final class MessageIds {
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,900}>");

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

    /** The nearest first: In-Reply-To, then References from the last, then those of returned and attached messages. */
    static List<String> references(Fields fields, List<Fields> inner) {
        Set<String> ids = new LinkedHashSet<>(in(fields.first("In-Reply-To")));
        List<String> references = in(fields.first("References"));
        Collections.reverse(references);
        ids.addAll(references);
        inner.forEach(header -> ids.addAll(in(header.first("Message-ID"))));
        return List.copyOf(ids);
    }
}
