package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import dev.tightrope.outreach.inbound.analysis.mime.Part;
import dev.tightrope.outreach.inbound.analysis.quotes.Conversation;
import dev.tightrope.outreach.inbound.analysis.quotes.Envelope;
import dev.tightrope.outreach.inbound.analysis.quotes.How;
import dev.tightrope.outreach.inbound.analysis.quotes.QuotedMessage;
import dev.tightrope.outreach.inbound.analysis.quotes.Quotes;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Messages passed on as attachments, and what is quoted in them. */
final class AttachedMessages {
    /** More than anybody attaches by hand. */
    private static final int MOST = 20;

    private AttachedMessages() {}

    /** A conversation together with the messages attached to the one it was read from. */
    static Conversation joined(Conversation conversation, Part message) {
        List<QuotedMessage> quoted = new ArrayList<>(conversation.quoted());
        collect(message, quoted, new ArrayList<>());
        if (quoted.size() == conversation.quoted().size()) {
            return conversation;
        }
        List<Evidence> evidence = new ArrayList<>(conversation.evidence());
        evidence.add(new Evidence("message-attached", "message/rfc822", 0.99));
        return new Conversation(conversation.newText(), quoted, evidence);
    }

    /** Headers of the attached messages, at every level. */
    static List<Fields> headers(Part message) {
        return message.walk()
                .filter(part -> part.type().equals("message/rfc822"))
                .limit(MOST)
                .flatMap(part -> part.children().stream())
                .map(Part::fields)
                .toList();
    }

    private static void collect(Part message, List<QuotedMessage> quoted, List<Part> seen) {
        List<Part> attached = message.walkOwn()
                .filter(part -> part != message && part.type().equals("message/rfc822"))
                .flatMap(part -> part.children().stream())
                .toList();
        for (Part inner : attached) {
            if (seen.size() >= MOST) {
                return;
            }
            seen.add(inner);
            Fields fields = inner.fields();
            BodyText body = BodyText.of(inner);
            Party from = fields.parties("From").stream().findFirst().orElse(null);
            List<Party> to = fields.parties("To");
            Conversation inside =
                    Quotes.read(body.plain(), body.html(), new Envelope(fields.decoded("Subject"), from, to));
            quoted.add(new QuotedMessage(
                    How.FORWARDED,
                    from,
                    to,
                    fields.parties("Cc"),
                    fields.decoded("Subject"),
                    fields.first("Date"),
                    MailDates.parse(fields.first("Date"))
                            .map(OffsetDateTime::toInstant)
                            .orElse(null),
                    inside.newText(),
                    0.99));
            quoted.addAll(inside.quoted());
            collect(inner, quoted, seen);
        }
    }
}
