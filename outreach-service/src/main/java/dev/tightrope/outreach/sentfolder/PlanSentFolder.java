package dev.tightrope.outreach.sentfolder;

import dev.tightrope.outreach.delivery.MailHandedOver;
import dev.tightrope.outreach.delivery.OutgoingMail;
import dev.tightrope.outreach.delivery.SentMails;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.mailbox.SentCopy;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.sentfolder.SentFolderTask.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;

/** Notes, in the transaction that puts the outcome of a mail on record, what is to be done in its rep's Sent folder. */
@ApplicationScoped
class PlanSentFolder {
    private final SentMails sentMails;
    private final Outreaches outreaches;
    private final MailAccounts accounts;
    private final SentFolderTasks tasks;

    PlanSentFolder(SentMails sentMails, Outreaches outreaches, MailAccounts accounts, SentFolderTasks tasks) {
        this.sentMails = sentMails;
        this.outreaches = outreaches;
        this.accounts = accounts;
        this.tasks = tasks;
    }

    void on(@Observes MailHandedOver handedOver) {
        OutgoingMail mail = sentMails.outgoing(handedOver.deliveryId()).orElseThrow();
        accountOf(mail).filter(account -> account.imap() != null).ifPresent(account -> {
            boolean through = account.id().equals(mail.accountId());
            if (!handedOver.certain()) {
                // What went another way would not be filed there by anybody.
                if (through) {
                    add(mail, Kind.FIND, account);
                }
            } else if (!through || account.outgoing().sentCopy() == SentCopy.APPEND) {
                add(mail, Kind.APPEND, account);
            }
        });
    }

    private void add(OutgoingMail mail, Kind kind, MailAccount account) {
        tasks.add(mail.deliveryId(), kind, account.id(), mail.renderedHash());
    }

    /** The account it went through, or the rep's own. */
    private Optional<MailAccount> accountOf(OutgoingMail mail) {
        if (mail.accountId() != null) {
            return accounts.byId(mail.accountId());
        }
        return outreaches.byId(mail.outreachId()).map(OutreachView::ownerId).flatMap(accounts::ofPerson);
    }
}
