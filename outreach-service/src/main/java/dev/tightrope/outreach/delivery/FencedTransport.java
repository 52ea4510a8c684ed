package dev.tightrope.outreach.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * SMTP with a fence before the final dot. Whatever stops the dot leaves as an {@link IOException}: only then does Angus
 * close the socket; after any other exception it would stay inside DATA, and its next command would end the mail.
 */
final class FencedTransport extends SMTPTransport {
    private final WatchedSockets sockets;
    private final int dotTimeoutMillis;
    private DotFence fence = () -> Optional.of("no mail was begun");
    private SmtpPhase phase = SmtpPhase.CONNECT;

    FencedTransport(Session session, WatchedSockets sockets, int dotTimeoutMillis) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.sockets = sockets;
        this.dotTimeoutMillis = dotTimeoutMillis;
    }

    /** The next mail, with a fence of its own; nothing is known of it yet, whatever became of the one before. */
    void begin(DotFence itsFence) {
        fence = itsFence;
        phase = SmtpPhase.CONNECT;
    }

    /** How far it came. */
    SmtpPhase phase() {
        return phase;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        phase = SmtpPhase.MAIL;
        super.mailFrom();
    }

    @Override
    protected void rcptTo() throws MessagingException {
        phase = SmtpPhase.RCPT;
        super.rcptTo();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        phase = SmtpPhase.DATA;
        return super.data();
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        // The content was written without its last line end. This ends the line and flushes, so that nothing but the
        // dot
        // remains to be sent when the fence is asked.
        sendCommand("");
        Optional<String> reason = askFence();
        if (reason.isPresent()) {
            throw new HeldBackException(reason.get());
        }
        // A server that went away meanwhile has not seen the dot; noticed here, the mail can safely be tried again.
        sockets.requireSilentAndOpen();
        sockets.setTimeout(dotTimeoutMillis);
        phase = SmtpPhase.DOT;
        int code = simpleCommand(".");
        if (code / 100 != 2) {
            throw new DotAnsweredException(code, getLastServerResponse());
        }
    }

    private Optional<String> askFence() throws IOException {
        try {
            return fence.holdsBack();
        } catch (RuntimeException e) {
            throw new IOException("the fence could not be asked: " + e.getMessage(), e);
        }
    }

    /** The fence said no. */
    static final class HeldBackException extends IOException {
        private static final long serialVersionUID = 1L;

        HeldBackException(String reason) {
            super(reason);
        }
    }

    /** The server answered the dot with something else than acceptance, or with nothing that can be understood. */
    static final class DotAnsweredException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int code;

        DotAnsweredException(int code, String reply) {
            super(reply);
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
