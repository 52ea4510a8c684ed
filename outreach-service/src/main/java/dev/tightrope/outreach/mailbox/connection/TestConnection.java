package dev.tightrope.outreach.mailbox.connection;

import dev.tightrope.outreach.mailbox.ConnectionSecurity;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.ServerAddress;
import dev.tightrope.outreach.mailbox.connection.ConnectionProblem.Step;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport.Findings;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport.ShownCertificate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Tries an account's servers, protocol by protocol, and says how far it came. */
@ApplicationScoped
public class TestConnection {
    private static final int MOST_FOLDERS = 200;

    private final MailConnections connections;
    private final TrustedServers trusted;

    TestConnection(MailConnections connections, TrustedServers trusted) {
        this.connections = connections;
        this.trusted = trusted;
    }

    private interface Attempt {
        List<String> with(SSLContext tls) throws MessagingException, SignInException;
    }

    /** Tries both protocols. */
    public ConnectionReport of(MailAccount account) {
        ServerAddress imap = account.imap();
        ServerAddress smtp = account.smtp();
        Findings read = imap == null ? null : attempt(account, imap, tls -> folders(account, tls));
        Findings sent = smtp == null
                ? null
                : attempt(account, smtp, tls -> {
                    connections.trySmtp(account, tls);
                    return List.of();
                });
        return new ConnectionReport(works(read) && works(sent), read, sent);
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

    private List<String> folders(MailAccount account, SSLContext tls) throws MessagingException, SignInException {
        MailConnections.OpenStore open = connections.imap(account, tls);
        try (var store = open.store()) {
            Folder wanted = store.getFolder(account.folder());
            if (!wanted.exists()) {
                throw new FolderNotFoundException(wanted, "there is no such folder");
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

    private static @Nullable ShownCertificate shown(SeenCertificate seen) {
        return seen.get()
                .map(certificate -> new ShownCertificate(
                        certificate.getSubjectX500Principal().getName(),
                        certificate.getIssuerX500Principal().getName(),
                        certificate.getNotAfter().toInstant()))
                .orElse(null);
    }
}
