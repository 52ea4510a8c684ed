package dev.tightrope.outreach.mailbox.connection;

import dev.tightrope.outreach.mailbox.Authentication;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.ServerAddress;
import dev.tightrope.outreach.mailbox.credentials.SealedSecrets.CannotOpenException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection did not come about, in words for its owner.
 *
 * @param step how far it came
 * @param problem what went wrong
 * @param remedy what to do about it
 */
public record ConnectionProblem(Step step, String problem, String remedy) {

    /** Where it ended. */
    public enum Step {
        /** Before a server answered. */
        REACHING,
        /** In the conversation. */
        TALKING,
        /** At its certificate. */
        TRUSTING,
        /** At the login. */
        SIGNING_IN,
        /** Behind it. */
        WORKING
    }

    /**
     * What was asked for.
     *
     * @param server which server
     * @param authentication how to sign in
     * @param folder which folder
     * @param byOperator whether that stands in the configuration, not in an account
     */
    public record Asked(ServerAddress server, Authentication authentication, String folder, boolean byOperator) {
        String where() {
            return server.host() + ":" + server.port();
        }
    }

    /** Reads the reason from what was thrown when an account's server was asked. */
    public static ConnectionProblem of(Throwable failure, MailAccount account, ServerAddress server) {
        return of(failure, new Asked(server, account.authentication(), account.folder(), false));
    }

    /** Reads the reason from what was thrown. */
    public static ConnectionProblem of(Throwable failure, Asked asked) {
        String where = asked.where();
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            root = cause;
            ConnectionProblem known = known(cause, asked, where);
            if (known != null) {
                return known;
            }
        }
        // Only where nothing deeper says more: Angus names STARTTLS in front of a certificate's fault, too.
        if (String.valueOf(failure.getMessage()).contains("STARTTLS")) {
            return new ConnectionProblem(
                    Step.TRUSTING, where + " does not offer STARTTLS", "Use TLS, and the port for it.");
        }
        if (failure instanceof RuntimeException || failure instanceof Error) {
            return new ConnectionProblem(
                    Step.WORKING,
                    "A fault on our side, not of " + where + " ("
                            + root.getClass().getSimpleName() + ")",
                    "The log says more.");
        }
        return new ConnectionProblem(
                Step.TALKING,
                where + " ended the conversation: " + oneLine(root),
                "Check port and security: " + where + " is asked for "
                        + asked.server().security() + ".");
    }

    private static @Nullable ConnectionProblem known(Throwable cause, Asked asked, String where) {
        if (cause instanceof RefusedHostException refused) {
            return new ConnectionProblem(
                    Step.REACHING,
                    oneLine(refused),
                    "Name a server on the Internet; an operator can allow others with"
                            + " tightrope.mailboxes.allow-private-hosts.");
        } else if (cause instanceof CannotOpenException unreadable) {
            return new ConnectionProblem(
                    Step.SIGNING_IN, oneLine(unreadable), "Store the account again with its secrets.");
        } else if (cause instanceof SignInException refused) {
            return new ConnectionProblem(
                    Step.SIGNING_IN,
                    oneLine(refused),
                    refused.forGood()
                            ? "Sign in again at the provider and store the new refresh token."
                            : "Nothing is to be done if the endpoint's address is right; it is asked again later.");
        } else if (cause instanceof AuthenticationFailedException) {
            return refusedSignIn(asked, where);
        } else if (cause instanceof RefusedSenderException refused) {
            return new ConnectionProblem(
                    Step.WORKING,
                    where + " " + oneLine(refused),
                    "Store the account with subAddressing false: reports are matched by the mail they return then.");
        } else if (cause instanceof FolderNotFoundException) {
            return new ConnectionProblem(
                    Step.WORKING,
                    "There is no folder " + asked.folder(),
                    "Name one of those the server has; the inbox is INBOX everywhere.");
        } else if (cause instanceof UnknownHostException) {
            return new ConnectionProblem(Step.REACHING, "There is no server at " + where, "Check the host's spelling.");
        } else if (cause instanceof CertificateException || cause instanceof SSLException) {
            return untrusted(cause, asked, where);
        } else if (cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || cause instanceof SocketTimeoutException
                // Ended by us, because it was silent for too long.
                || cause instanceof ClosedChannelException) {
            return new ConnectionProblem(
                    Step.REACHING,
                    where + " does not answer",
                    "Check the port: IMAP is usually 993 with TLS or 143 with STARTTLS, SMTP 465 with TLS or 587 with"
                            + " STARTTLS.");
        }
        return null;
    }

    private static ConnectionProblem refusedSignIn(Asked asked, String where) {
        boolean password = asked.authentication() == Authentication.PASSWORD;
        if (asked.byOperator()) {
            return new ConnectionProblem(
                    Step.SIGNING_IN,
                    where + " did not accept user and password",
                    "Check both in the configuration. Gmail and Microsoft 365 accept no passwords: keep the mailbox as"
                            + " a shared mail account with XOAUTH2 instead.");
        }
        return new ConnectionProblem(
                Step.SIGNING_IN,
                where + " did not accept " + (password ? "user and password" : "the access token"),
                password
                        ? "Check both. Gmail and Microsoft 365 accept no passwords: use XOAUTH2 there."
                        : "Check that the username is the mailbox's address and the token's scope covers the"
                                + " protocol.");
    }

    private static ConnectionProblem untrusted(Throwable cause, Asked asked, String where) {
        boolean expired = false;
        for (Throwable deeper = cause; deeper != null; deeper = deeper.getCause()) {
            expired |= deeper instanceof CertificateExpiredException;
        }
        String said = String.valueOf(cause.getMessage());
        if (expired) {
            return new ConnectionProblem(
                    Step.TRUSTING, "The certificate of " + where + " has expired", "Its operator has to renew it.");
        }
        if (said.contains("verify identity") || said.contains("No subject alternative") || said.contains("No name")) {
            return new ConnectionProblem(
                    Step.TRUSTING,
                    "The certificate of " + where + " is for another name",
                    "Use the name that stands in the certificate.");
        }
        if (said.contains("PKIX") || said.contains("certification path")) {
            return new ConnectionProblem(
                    Step.TRUSTING,
                    "Nobody we trust vouches for the certificate of " + where,
                    "A private authority can be added by an operator: tightrope."
                            + (asked.byOperator() ? "inbound.imap" : "mailboxes") + ".trusted-authorities.");
        }
        return new ConnectionProblem(
                Step.TRUSTING,
                "TLS with " + where + " failed: " + oneLine(cause),
                "Check port and security: STARTTLS begins in the clear, TLS does not.");
    }

    /** The exception an exception was caused by, Jakarta Mail's own chain included. */
    private static @Nullable Throwable next(Throwable failure) {
        if (failure instanceof MessagingException chained && chained.getNextException() != null) {
            return chained.getNextException();
        }
        return failure.getCause();
    }

    private static String oneLine(Throwable failure) {
        String said = failure.getMessage();
        String text = (said == null ? failure.getClass().getSimpleName() : said)
                .strip()
                .replaceAll("[\\p{Cntrl}\\s]+", " ");
        return text.substring(0, Math.min(text.length(), 300));
    }
}
