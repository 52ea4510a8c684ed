package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.delivery.FencedTransport.DotAnsweredException;
import dev.tightrope.outreach.delivery.FencedTransport.HeldBackException;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostAfterDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForGood;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForNow;
import dev.tightrope.outreach.mailbox.connection.TrustedServers;
import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * The mail server: one mail to one recipient at a time on each connection, and the connection kept for the next one if
 * the mail was accepted. Never throws: every ending is an outcome.
 */
final class SmtpServer implements AutoCloseable {
    private static final int CLOSING = 421;

    private final MailSettings.Smtp settings;
    private final @Nullable AccountRoute route;
    private final @Nullable SSLSocketFactory tls;
    private final Deque<SmtpConnection> idle = new ArrayDeque<>();
    private boolean closed;

    SmtpServer(MailSettings.Smtp settings) {
        this.settings = settings;
        this.route = null;
        this.tls = new TrustedServers(settings.trustedAuthorities()).context().getSocketFactory();
    }

    /** Through an account of a rep, which brings its own trust. */
    SmtpServer(AccountRoute route) {
        this.settings = route.settings();
        this.route = route;
        this.tls = null;
    }

    SmtpOutcome handOver(byte[] rendered, String from, String to, DotFence fence) {
        Optional<SmtpConnection> kept = takeKept();
        if (kept.isPresent()) {
            SmtpOutcome outcome = converse(kept.get(), rendered, from, to, fence);
            if (!wasStale(outcome)) {
                return outcome;
            }
            // Whatever ended this one ended the others, too: a server that was started anew, a firewall.
            takeAll().forEach(SmtpConnection::close);
        }
        return converse(new SmtpConnection(settings, tls, route), rendered, from, to, fence);
    }

    /** Takes leave on connections nobody needed for long. */
    void closeIdle() {
        List<SmtpConnection> tooLong = new ArrayList<>();
        synchronized (idle) {
            idle.removeIf(connection -> connection.isIdleFor(settings.keepConnection()) && tooLong.add(connection));
        }
        tooLong.forEach(SmtpConnection::close);
    }

    /** Takes leave on every idle connection, and keeps none from now on. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
        }
        takeAll().forEach(SmtpConnection::close);
    }

    private SmtpOutcome converse(SmtpConnection connection, byte[] rendered, String from, String to, DotFence fence) {
        boolean keep = false;
        try {
            String reply = connection.send(rendered, from, to, fence);
            keep = true;
            return new Accepted(oneLine(reply));
        } catch (MessagingException | RuntimeException e) {
            return outcomeOf(e, connection.phase());
        } finally {
            if (!keep || !kept(connection)) {
                connection.close();
            }
        }
    }

    /** Nothing of the mail was said yet, and the fence was not asked: on a new connection it begins as if for the first time. */
    private static boolean wasStale(SmtpOutcome outcome) {
        if (outcome instanceof LostBeforeDot lost) {
            return lost.phase() == SmtpPhase.CONNECT || lost.phase() == SmtpPhase.MAIL;
        }
        return outcome instanceof RefusedForNow refused
                && refused.phase() == SmtpPhase.MAIL
                && refused.code() == CLOSING;
    }

    private Optional<SmtpConnection> takeKept() {
        closeIdle();
        SmtpConnection latest;
        synchronized (idle) {
            latest = idle.pollFirst();
        }
        if (latest == null) {
            return Optional.empty();
        }
        if (latest.isAlive()) {
            return Optional.of(latest);
        }
        latest.close();
        takeAll().forEach(SmtpConnection::close);
        return Optional.empty();
    }

    private boolean kept(SmtpConnection connection) {
        if (settings.keepConnection().isZero()) {
            return false;
        }
        connection.rests();
        synchronized (idle) {
            if (closed) {
                return false;
            }
            idle.addFirst(connection);
            return true;
        }
    }

    private List<SmtpConnection> takeAll() {
        synchronized (idle) {
            List<SmtpConnection> all = List.copyOf(idle);
            idle.clear();
            return all;
        }
    }

    /** Reads the ending from the exceptions; what is not understood counts as the worst that fits the phase. */
    private static SmtpOutcome outcomeOf(Exception failure, SmtpPhase phase) {
        int code = -1;
        String reply = "";
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof HeldBackException held) {
                return new HeldBack(oneLine(held.getMessage()));
            } else if (cause instanceof DotAnsweredException answer) {
                code = answer.code();
                reply = oneLine(answer.getMessage());
            } else if (cause instanceof SMTPAddressFailedException refused) {
                code = refused.getReturnCode();
                reply = oneLine(refused.getMessage());
            } else if (cause instanceof SMTPSenderFailedException refused) {
                code = refused.getReturnCode();
                reply = oneLine(refused.getMessage());
            } else if (cause instanceof SMTPSendFailedException refused && code < 0) {
                code = refused.getReturnCode();
                reply = oneLine(refused.getMessage());
            }
        }
        if (code >= 500 && code < 600 && phase != SmtpPhase.CONNECT) {
            return new RefusedForGood(phase, code, reply);
        }
        if (code >= 400 && code < 600) {
            return new RefusedForNow(phase, code, reply);
        }
        String reason = SmtpFault.inWords(failure);
        return phase == SmtpPhase.DOT ? new LostAfterDot(reason) : new LostBeforeDot(phase, reason);
    }

    static @Nullable Throwable next(Throwable failure) {
        if (failure instanceof MessagingException chained && chained.getNextException() != null) {
            return chained.getNextException();
        }
        return failure.getCause();
    }

    /** What a server says is stored and shown: no line breaks, and no controls, which PostgreSQL or a terminal minds. */
    static String oneLine(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("\\s*\\R\\s*", " ")
                        .replaceAll("\\p{Cntrl}", "")
                        .strip();
    }
}
