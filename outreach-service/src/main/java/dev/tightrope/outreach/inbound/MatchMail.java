package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.delivery.Overlap;
import dev.tightrope.outreach.delivery.SentMail;
import dev.tightrope.outreach.delivery.SentMails;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the mail of ours a message belongs to, by the strongest evidence first: a Message-ID of ours among those it
 * refers to, the one the provider put in its place, the token of our plus-addressed Reply-To among its recipients, the
 * token in the body, our text in the quote. Who wrote it does not matter: the reply of another person than the one we
 * wrote to is what the method aims at.
 */
@ApplicationScoped
class MatchMail {
    private static final Pattern PLUS_ADDRESS = Pattern.compile("^[^@]+\\+(?:b\\.)?([^@+]{1,200})@.+$");
    /** A thread has seldom more; hostile mail has thousands. */
    private static final int MOST = 100;

    private final SentMails sentMails;

    MatchMail(SentMails sentMails) {
        this.sentMails = sentMails;
    }

    Optional<Match> match(InboundMail mail) {
        return first(mail.references(), sentMails::byMessageId, "our-message-id", 0.99)
                .or(() -> first(mail.references(), sentMails::byProviderId, "provider-id", 0.98))
                .or(() -> first(mail.recipients(), this::byPlusAddress, "reply-to-token", 0.97))
                .or(() -> first(mail.tokens(), sentMails::byReplyToken, "token-in-body", 0.96))
                .or(() -> byText(mail));
    }

    private static Optional<Match> first(
            List<String> traces, Function<String, Optional<SentMail>> search, String rule, double confidence) {
        for (String trace : traces.subList(0, Math.min(MOST, traces.size()))) {
            Optional<SentMail> sent = search.apply(trace);
            if (sent.isPresent()) {
                return Optional.of(new Match(sent.get(), new Evidence(rule, trace, confidence)));
            }
        }
        return Optional.empty();
    }

    private Optional<SentMail> byPlusAddress(String recipient) {
        Matcher plus = PLUS_ADDRESS.matcher(recipient);
        return plus.matches() ? sentMails.byReplyToken(plus.group(1)) : Optional.empty();
    }

    /** Whether a message came to the address that stands for this very mail. */
    static boolean isTo(InboundMail mail, SentMail sent) {
        return mail.recipients().stream()
                .map(PLUS_ADDRESS::matcher)
                .anyMatch(plus -> plus.matches() && plus.group(1).strip().equalsIgnoreCase(sent.replyToken()));
    }

    private Optional<Match> byText(InboundMail mail) {
        return TextMatch.certain(textsOf(mail), mail);
    }

    /** Mails of ours whose text is found in a message, the most first. */
    List<Overlap> textsOf(InboundMail mail) {
        Set<Long> shingles = TextMatch.shingles(mail);
        return shingles.isEmpty() ? List.of() : sentMails.withTextOf(shingles);
    }

    /** Our own mail, come back as a copy (Sent folder, Bcc to oneself). */
    Optional<SentMail> ourOwn(InboundMail mail) {
        String id = mail.messageId();
        return id == null ? Optional.empty() : sentMails.byMessageId(id).or(() -> sentMails.byProviderId(id));
    }
}
