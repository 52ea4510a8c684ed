package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.delivery.SentMail;
import dev.tightrope.outreach.delivery.SentMails;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the mail of ours a message belongs to, by the strongest evidence first: a Message-ID of ours among those it
 * refers to, then the token of our plus-addressed Reply-To among its recipients. Who wrote it does not matter: the reply
 * of another person than the one we wrote to is what the method aims at.
 */
@ApplicationScoped
class MatchMail {
    private static final Pattern PLUS_ADDRESS = Pattern.compile("^[^@+]+\\+([^@]{1,200})@.+$");

    private final SentMails sentMails;

    MatchMail(SentMails sentMails) {
        this.sentMails = sentMails;
    }

    Optional<Match> match(InboundMail mail) {
        for (String reference : mail.references()) {
            Optional<SentMail> sent = sentMails.byMessageId(reference);
            if (sent.isPresent()) {
                return Optional.of(new Match(sent.get(), new Evidence("our-message-id", reference, 0.99)));
            }
        }
        for (String recipient : mail.recipients()) {
            Matcher plus = PLUS_ADDRESS.matcher(recipient);
            Optional<SentMail> sent = plus.matches() ? sentMails.byReplyToken(plus.group(1)) : Optional.empty();
            if (sent.isPresent()) {
                return Optional.of(new Match(sent.get(), new Evidence("reply-to-token", recipient, 0.97)));
            }
        }
        return Optional.empty();
    }

    /** Whether this is our own mail, come back as a copy (Sent folder, Bcc to oneself). */
    boolean isOurOwn(InboundMail mail) {
        return mail.messageId() != null
                && sentMails.byMessageId(mail.messageId()).isPresent();
    }
}
