package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import dev.tightrope.outreach.inbound.analysis.mime.Limits;
import dev.tightrope.outreach.inbound.analysis.mime.MimeMessage;
import dev.tightrope.outreach.inbound.analysis.mime.MimeReader;
import dev.tightrope.outreach.inbound.analysis.mime.Part;
import dev.tightrope.outreach.inbound.analysis.quotes.Conversation;
import dev.tightrope.outreach.inbound.analysis.quotes.QuotedMessage;
import dev.tightrope.outreach.optout.OptOut;
import dev.tightrope.outreach.trace.Tokens;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a message (RFC 5322, MIME). What cannot be read is left out and said so; nothing is thrown. */
public final class MessageReader {
    /** Longest text kept of a message, in characters. */
    public static final int MAX_TEXT = 20_000;

    private static final int MOST_BODIES = 20;

    private static final List<String> RECIPIENT_FIELDS =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "X-Forwarded-To", "X-Forwarded-For", "Envelope-To");

    private MessageReader() {}

    /** Reads a message; without a Date field it tells no day of return. */
    public static InboundMail read(byte[] message) {
        return read(message, Limits.DEFAULT, null);
    }

    /** Reads a message that arrived at a moment, which stands in for a Date field that is missing or cannot be read. */
    public static InboundMail read(byte[] message, Instant receivedAt) {
        return read(message, Limits.DEFAULT, receivedAt.atOffset(ZoneOffset.UTC));
    }

    static InboundMail read(byte[] message, Limits limits, @Nullable OffsetDateTime receivedAt) {
        MimeMessage mime = MimeReader.read(message, limits);
        Part root = mime.root();
        Fields fields = root.fields();
        BodyText body = BodyText.of(root);
        Party from = Author.of(fields);
        String subject = fields.decoded("Subject");
        Optional<OffsetDateTime> sent = MailDates.parse(fields.first("Date"));
        Classification what =
                Classification.of(root, body, from, subject, sent.or(() -> Optional.ofNullable(receivedAt)));
        List<Evidence> evidence = new ArrayList<>(what.evidence());
        mime.exceeded().forEach(limit -> evidence.add(new Evidence("limit-exceeded", limit, 1)));
        Conversation conversation = what.conversation();
        List<QuotedMessage> quoted = conversation.quoted();
        return new InboundMail(
                MessageIds.in(fields.first("Message-ID")).stream().findFirst().orElse(null),
                from,
                fields.parties("To"),
                fields.parties("Cc"),
                recipients(fields),
                subject,
                sent.map(OffsetDateTime::toInstant).orElse(null),
                MessageIds.references(fields, what.inner(), bodies(root)),
                what.kind(),
                what.automaticKind(),
                what.absence().from(),
                what.absence().returnsOn(),
                what.report(),
                quoted,
                Participants.of(from, fields, quoted),
                bounded(conversation.newText()),
                what.kind() == MessageKind.OPT_OUT && isForCompany(conversation.newText(), subject, from),
                List.copyOf(evidence),
                tokens(root));
    }

    private static boolean isForCompany(String newText, @Nullable String subject, @Nullable Party from) {
        return Classification.optOutIn(newText, subject, from)
                .filter(wish -> wish.scope() == OptOut.Scope.COMPANY)
                .isPresent();
    }

    private static List<String> tokens(Part root) {
        Set<String> tokens = new LinkedHashSet<>();
        bodies(root).forEach(body -> tokens.addAll(Tokens.in(body)));
        return List.copyOf(tokens);
    }

    private static Stream<String> bodies(Part root) {
        return root.walk()
                .filter(part -> part.type().startsWith("text/"))
                .limit(MOST_BODIES)
                .map(Part::text);
    }

    private static String bounded(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
    }

    private static List<String> recipients(Fields fields) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String field : RECIPIENT_FIELDS) {
            for (Party party : fields.parties(field)) {
                if (party.address() != null) {
                    addresses.add(party.address());
                }
            }
        }
        return List.copyOf(addresses);
    }
}
