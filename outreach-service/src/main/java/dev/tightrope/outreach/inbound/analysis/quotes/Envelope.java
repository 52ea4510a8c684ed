package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the header of the message around a body says.
 *
 * @param recipients those of To and Cc
 */
public record Envelope(@Nullable String subject, @Nullable Party from, List<Party> recipients) {
    public Envelope {
        recipients = List.copyOf(recipients);
    }
}
