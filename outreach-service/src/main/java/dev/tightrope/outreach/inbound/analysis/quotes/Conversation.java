package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Evidence;
import java.util.List;

/**
 * What a body says.
 *
 * @param newText what the sender of the message wrote: no quotes, no forwarded text, no signature
 * @param quoted every quoted or forwarded message, the outermost first
 * @param evidence why it was read so
 */
public record Conversation(String newText, List<QuotedMessage> quoted, List<Evidence> evidence) {
    public Conversation {
        quoted = List.copyOf(quoted);
        evidence = List.copyOf(evidence);
    }

    /** Whether a message was passed on, at any level. */
    public boolean forwarded() {
        return quoted.stream().anyMatch(level -> level.how() == How.FORWARDED);
    }

    /** What was passed on, the outermost first. */
    public List<QuotedMessage> forwards() {
        return quoted.stream().filter(level -> level.how() == How.FORWARDED).toList();
    }
}
