package dev.tightrope.outreach.delivery;

import dev.tightrope.api.Problems;
import dev.tightrope.outreach.email.ApprovedEmail;
import dev.tightrope.outreach.email.ApprovedEmails;
import dev.tightrope.outreach.email.EmailContent;
import dev.tightrope.outreach.email.Mailbox;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.MailReleased;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * Puts a mail in the queue at the moment it is released, in the transaction that releases it. Nothing else writes new
 * rows there: before the voicemail there is nothing a worker could send.
 */
@ApplicationScoped
class QueueMail {
    private static final Logger LOG = Logger.getLogger(QueueMail.class);

    private final ApprovedEmails approvedEmails;
    private final Deliveries deliveries;
    private final OutreachMoves moves;
    private final MailSettings settings;
    private final Ids ids;

    QueueMail(
            ApprovedEmails approvedEmails, Deliveries deliveries, OutreachMoves moves, MailSettings settings, Ids ids) {
        this.approvedEmails = approvedEmails;
        this.deliveries = deliveries;
        this.moves = moves;
        this.settings = settings;
        this.ids = ids;
    }

    void on(@Observes MailReleased released) {
        OutreachView outreach = released.outreach();
        if (!outreach.mailDue()) {
            throw new IllegalStateException("the e-mail of outreach " + outreach.id() + " is not due");
        }
        ApprovedEmail approved = approvedEmails
                .current(outreach.id(), outreach.round())
                .orElseThrow(() -> new IllegalStateException("outreach " + outreach.id() + " has no approved e-mail"));
        requireAsPromised(approved, released);
        EmailContent content = addressed(approved.content(), released.recipient());
        String recipient = content.to().address().toLowerCase(Locale.ROOT);
        boolean queued = released.kind() == MailReleased.Kind.AGAIN
                ? deliveries.requeueUnknown(outreach.id(), outreach.round(), recipient)
                : deliveries.queue(intent(released, approved, content, recipient));
        if (!queued) {
            notAgain(released, recipient);
        }
    }

    private Intent intent(MailReleased released, ApprovedEmail approved, EmailContent content, String recipient) {
        OutreachView outreach = released.outreach();
        String domain = settings.messageIdDomain().orElseGet(() -> ReplyAddress.domainOf(settings.replyTo()));
        String messageId = MessageIds.of(outreach.id(), outreach.round(), recipient, domain);
        String token = ReplyAddress.newToken();
        String replyAddress = ReplyAddress.with(token, settings.replyTo());
        Envelope envelope = new Envelope(
                messageId, replyAddress, approved.language(), released.releasedAt(), settings.listUnsubscribe());
        return new Intent(
                ids.next(),
                outreach.id(),
                outreach.round(),
                recipient,
                approved.version(),
                approved.hash(),
                // Delivery reports go to the envelope's sender: to the mailbox we read, and to the token of this very
                // mail.
                replyAddress,
                MailRenderer.render(content, envelope),
                messageId,
                token,
                released.releasedAt(),
                Traces.of(content));
    }

    /** What was approved, what was promised and what is about to be rendered are one and the same. */
    private static void requireAsPromised(ApprovedEmail approved, MailReleased released) {
        if (!approved.content().hash().equals(approved.hash())
                || !approved.hash().equals(released.emailHash())
                || approved.version() != released.emailVersion()) {
            throw new IllegalStateException("the e-mail of outreach " + approved.outreachId()
                    + " is not the one that was promised: version " + released.emailVersion());
        }
    }

    private static EmailContent addressed(EmailContent approved, String recipient) {
        return recipient.isEmpty()
                ? approved
                : new EmailContent(
                        approved.from(),
                        new Mailbox(approved.to().name(), recipient),
                        approved.subject(),
                        approved.textBody(),
                        approved.htmlBody());
    }

    private void notAgain(MailReleased released, String recipient) {
        if (released.kind() == MailReleased.Kind.FIRST) {
            OutreachView outreach = released.outreach();
            LOG.infof("outreach %s: the mail of this round to this address is on its way already", outreach.id());
            // It went after an earlier call that turned out to have reached somebody else. What came of it meant
            // nothing
            // then, and is told again.
            deliveries
                    .outcome(outreach.id(), outreach.round(), recipient)
                    .ifPresent(outcome -> moves.event(
                            outreach.id(), Actor.system("delivery"), outcome, "the e-mail went after an earlier call"));
            return;
        }
        throw Problems.conflict(
                "mail-once",
                "The e-mail of round " + released.outreach().round() + " was handed over for " + recipient
                        + " already; it goes to an address once in a round. Correct the address, or start a new round.");
    }
}
