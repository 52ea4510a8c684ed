package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import java.util.regex.Pattern;

/** Letters that the list server fml writes itself; what it passes on to a list keeps the Message-ID of its author. */
public final class ListServer {
    private static final Pattern OWN_ID = Pattern.compile("\\.FML[0-9A-F]+\\.");

    private ListServer() {}

    /** Whether it wrote the message with these fields. */
    public static boolean wrote(Fields fields) {
        String id = fields.first("Message-ID");
        return fields.has("X-MLServer") && id != null && OWN_ID.matcher(id).find();
    }
}
