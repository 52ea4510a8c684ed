package dev.tightrope.outreach.mailbox.connection;

import dev.tightrope.outreach.mailbox.ConnectionSecurity;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.ServerAddress;
import dev.tightrope.outreach.mailbox.connection.ConnectionProblem.Step;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport.Findings;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport.SentFolderFindings;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport.ShownCertificate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/** Tries an account's servers, protocol by protocol, and says how far it came. */
@ApplicationScoped
public class TestConnection {
    private static final int MOST_FOLDERS = 200;

    private final MailConnections connections;
    private final TrustedServers trusted;
    private final TrySentFolder trySentFolder;

    TestConnection(MailConnections connections, TrustedServers trusted, TrySentFolder trySentFolder) {
        this.connections = connections;
        this.trusted = trusted;
        this.trySentFolder = trySentFolder;
    }

    private interface Attempt {
        List<String> with(SSLContext tls) throws MessagingException, SignInException;
    }

    /** Tries both protocols, and the Sent folder. */
    public ConnectionReport of(MailAccount account) {
        ServerAddress imap = account.imap();
        ServerAddress smtp = account.smtp();
        AtomicReference<@Nullable SentFolderFindings> sentFolder = new AtomicReference<>();
        Findings read = imap == null ? null : attempt(account, imap, tls -> folders(account, tls, sentFolder));
        Findings sent = smtp == null
                ? null
                : attempt(account, smtp, tls -> {
                    connections.trySmtp(account, tls);
                    return List.of();
                });
        SentFolderFindings copies = sentFolder.get();
        boolean works = works(read) && works(sent) && (copies == null || copies.problem() == null);
        return new ConnectionReport(works, read, sent, copies);
    }

    private static boolean works(@Nullable Findings findings) {
        return findings == null || findings.problem() == null;
    }

    private Findings attempt(MailAccount account, ServerAddress server, Attempt attempt) {
        SeenCertificate seen = new SeenCertificate();
        boolean encrypted = server.security() != ConnectionSecurity.NONE;
        try {
            List<String> folders = attempt.with(trusted.context(seen));
            return new Findings(true, shown(seen), encrypted ? true : null, true, folders, null, null);
        } catch (MessagingException | SignInException | RuntimeException e) {
            ConnectionProblem problem = ConnectionProblem.of(e, account, server);
            boolean reached = problem.step() != Step.REACHING && !(e instanceof SignInException);
            ShownCertificate certificate = shown(seen);
            return new Findings(
                    reached,
                    certificate,
                    certificate == null ? null : (Boolean) (problem.step() != Step.TRUSTING),
                    problem.step() == Step.WORKING,
                    List.of(),
                    problem.problem(),
                    problem.remedy());
        }
    }

    private List<String> folders(
            MailAccount account, SSLContext tls, AtomicReference<@Nullable SentFolderFindings> sentFolder)
            throws MessagingException, SignInException {
        MailConnections.OpenStore open = connections.imap(account, tls);
        try (var store = open.store()) {
            Folder wanted = store.getFolder(account.folder());
            if (!wanted.exists()) {
                throw new FolderNotFoundException(wanted, "there is no such folder");
            }
            // Mail of a shared account is nobody's own: nothing is sent through it.
            if (account.personId() != null) {
                sentFolder.set(sentFolder(account, store));
            }
            List<String> names = new ArrayList<>();
            for (Folder folder : store.getDefaultFolder().list("*")) {
                if (names.size() < MOST_FOLDERS) {
                    names.add(folder.getFullName());
                }
            }
            return names;
        }
    }

    private SentFolderFindings sentFolder(MailAccount account, IMAPStore store) {
        try {
            return trySentFolder.in(account, store);
        } catch (MessagingException e) {
            ConnectionProblem problem = ConnectionProblem.of(e, account, Objects.requireNonNull(account.imap()));
            return new SentFolderFindings(null, false, problem.problem(), problem.remedy());
        }
    }

    private static @Nullable ShownCertificate shown(SeenCertificate seen) {
        return seen.get()
                .map(certificate -> new ShownCertificate(
                        certificate.getSubjectX500Principal().getName(),
                        certificate.getIssuerX500Principal().getName(),
                        certificate.getNotAfter().toInstant()))
                .orElse(null);
    }
}
