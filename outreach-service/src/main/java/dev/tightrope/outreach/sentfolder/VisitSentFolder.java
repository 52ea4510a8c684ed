package dev.tightrope.outreach.sentfolder;

import dev.tightrope.outreach.delivery.OutgoingMail;
import dev.tightrope.outreach.delivery.ProveAcceptance;
import dev.tightrope.outreach.delivery.SentMails;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.mailbox.connection.ConnectionProblem;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import dev.tightrope.outreach.mailbox.connection.SignInException;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.sentfolder.SentFolderTask.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Does one task in a Sent folder. Filing looks for the copy first, so that whatever was interrupted after the server had
 * taken it is not filed twice.
 */
@ApplicationScoped
class VisitSentFolder {
    private static final Logger LOG = Logger.getLogger(VisitSentFolder.class);
    private static final Actor SENT_FOLDER = Actor.system("sent folder");
    private static final int MOST_DOUBLINGS = 20;

    private final SentMails sentMails;
    private final MailAccounts accounts;
    private final MailConnections connections;
    private final SentFolderTasks tasks;
    private final ProveAcceptance proveAcceptance;
    private final SentFolderSettings settings;

    VisitSentFolder(
            SentMails sentMails,
            MailAccounts accounts,
            MailConnections connections,
            SentFolderTasks tasks,
            ProveAcceptance proveAcceptance,
            SentFolderSettings settings) {
        this.sentMails = sentMails;
        this.accounts = accounts;
        this.connections = connections;
        this.tasks = tasks;
        this.proveAcceptance = proveAcceptance;
        this.settings = settings;
    }

    /** Claims the next one and does it; whether there was one. */
    boolean next() {
        Optional<SentFolderTask> task = tasks.claim();
        task.ifPresent(this::visit);
        return task.isPresent();
    }

    private void visit(SentFolderTask task) {
        OutgoingMail mail = sentMails.outgoing(task.deliveryId()).orElse(null);
        MailAccount account =
                accounts.byId(task.accountId()).filter(a -> a.imap() != null).orElse(null);
        if (mail == null || account == null) {
            tasks.giveUp(task, "the account's mail is not read any more");
        } else if (!mail.renderedHash().equals(task.renderedHash())) {
            tasks.giveUp(task, "the mail was written anew");
        } else if (task.kind() == Kind.FIND && !isOpen(mail)) {
            tasks.done(task, "settled otherwise");
        } else {
            visit(task, mail, account);
        }
    }

    private void visit(SentFolderTask task, OutgoingMail mail, MailAccount account) {
        boolean append = task.kind() == Kind.APPEND;
        try (SentFolder folder = SentFolder.of(account, connections, append)) {
            Optional<String> found = folder.find(mail.messageId());
            if (append) {
                if (found.isEmpty()) {
                    folder.append(MarkedCopy.of(mail));
                }
                tasks.done(task, found.orElse("filed in folder " + folder.name()));
            } else if (found.isPresent()) {
                proveAcceptance.ofBytes(
                        mail.deliveryId(),
                        mail.outreachId(),
                        task.renderedHash(),
                        SENT_FOLDER,
                        "the copy in the rep's mailbox (" + found.get() + ")");
                tasks.done(task, found.get());
            } else {
                later(task, "there is no copy in folder " + folder.name());
            }
        } catch (MessagingException | SignInException | RuntimeException e) {
            String problem = ConnectionProblem.of(e, account, Objects.requireNonNull(account.imap()))
                    .problem();
            LOG.debugf(e, "the Sent folder of account %s is visited again later", account.id());
            later(task, problem);
        }
    }

    private void later(SentFolderTask task, String why) {
        Duration longest = task.kind() == Kind.FIND ? settings.findLongest() : settings.retryLongest();
        Duration pause = settings.retryFirst().multipliedBy(1L << Math.min(task.tries() - 1, MOST_DOUBLINGS));
        boolean over = tasks.later(task, pause.compareTo(longest) < 0 ? pause : longest, why);
        if (over && task.kind() == Kind.APPEND) {
            LOG.warnf("no copy of delivery %s was filed in the rep's Sent folder: %s", task.deliveryId(), why);
        }
    }

    /** Nobody knows yet what became of it, or it waits to be sent again. */
    private static boolean isOpen(OutgoingMail mail) {
        return switch (mail.state()) {
            case UNKNOWN, QUEUED, TEMPORARY, CLAIMED -> true;
            case DOT_SENDING, SENT, PERMANENT, CANCELLED -> false;
        };
    }
}
