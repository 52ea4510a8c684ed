package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message found inside another. A party may lack its address: many programs quote names alone.
 *
 * @param how whether the message around it passes it on or answers it
 * @param from who wrote it
 * @param others who else its header block names: where answers go, on whose behalf it was sent, hidden copies
 * @param subject as written in its header block
 * @param date as written: languages and zones differ, and some are ambiguous
 * @param sentAt the date where it could be read with its zone
 * @param text its own text, without the messages nested in it
 * @param confidence from 0 to 1, that it is a message and how it came here
 */
public record QuotedMessage(
        How how,
        @Nullable Party from,
        List<Party> to,
        List<Party> cc,
        List<Party> others,
        @Nullable String subject,
        @Nullable String date,
        @Nullable Instant sentAt,
        String text,
        double confidence) {
    public QuotedMessage {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        others = List.copyOf(others);
    }

    /** One that names nobody else. */
    public QuotedMessage(
            How how,
            @Nullable Party from,
            List<Party> to,
            List<Party> cc,
            @Nullable String subject,
            @Nullable String date,
            @Nullable Instant sentAt,
            String text,
            double confidence) {
        this(how, from, to, cc, List.of(), subject, date, sentAt, text, confidence);
    }
}
