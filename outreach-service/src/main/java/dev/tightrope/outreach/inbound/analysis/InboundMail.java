package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.quotes.How;
import dev.tightrope.outreach.inbound.analysis.quotes.QuotedMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything an inbound message says.
 *
 * @param messageId its own Message-ID with angle brackets
 * @param from first address of From
 * @param to parties of To
 * @param cc parties of Cc
 * @param recipients addresses of To, Cc and of the fields relays add (Delivered-To, X-Original-To, X-Forwarded-To)
 * @param subject decoded
 * @param sentAt Date field
 * @param references Message-IDs it refers to, the nearest first: In-Reply-To, then References from the last, then
 *     those of a returned or attached message, then those that one refers to, then those a body names
 * @param kind what it is
 * @param automaticKind why a machine wrote, for {@link MessageKind#AUTOMATIC} alone
 * @param absentFrom first day somebody says to be away, where an absence notice states it
 * @param returnsOn first day somebody is said to be there again
 * @param report present for a delivery report
 * @param quoted every message quoted, passed on or attached, the outermost first
 * @param participants everybody named in the header and in every quoted one
 * @param newText plain text its sender wrote, without the quoted mail; at most {@link MessageReader#MAX_TEXT} characters
 * @param optOutForCompany whether an opt-out was said for everybody at the company, in words that cannot mean anything
 *     else
 * @param evidence why it is that kind, and what could not be read
 * @param tokens what may be tokens of ours in its bodies, and in those of attached and returned messages
 */
public record InboundMail(
        @Nullable String messageId,
        @Nullable Party from,
        List<Party> to,
        List<Party> cc,
        List<String> recipients,
        @Nullable String subject,
        @Nullable Instant sentAt,
        List<String> references,
        MessageKind kind,
        @Nullable AutomaticKind automaticKind,
        @Nullable LocalDate absentFrom,
        @Nullable LocalDate returnsOn,
        Optional<DeliveryReport> report,
        List<QuotedMessage> quoted,
        List<Participant> participants,
        String newText,
        boolean optOutForCompany,
        List<Evidence> evidence,
        List<String> tokens) {

    /** The same with one more piece of evidence. */
    public InboundMail with(Evidence more) {
        List<Evidence> all = new ArrayList<>(evidence);
        all.add(more);
        return new InboundMail(
                messageId,
                from,
                to,
                cc,
                recipients,
                subject,
                sentAt,
                references,
                kind,
                automaticKind,
                absentFrom,
                returnsOn,
                report,
                quoted,
                participants,
                newText,
                optOutForCompany,
                List.copyOf(all),
                tokens);
    }

    /** Whether a machine sent it. */
    public boolean automatic() {
        return !kind.byPerson();
    }

    /** What was passed on, the outermost first. */
    public List<QuotedMessage> forwards() {
        return quoted.stream().filter(level -> level.how() == How.FORWARDED).toList();
    }
}
