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
    private final DotFence fence;
    private final WatchedSockets sockets;
    private final int dotTimeoutMillis;
    private SmtpPhase phase = SmtpPhase.CONNECT;

    FencedTransport(Session session, DotFence fence, WatchedSockets sockets, int dotTimeoutMillis) {
        super(session, new URLName("smtp", null, -1, null, null, null));
        this.fence = fence;
        this.sockets = sockets;
        this.dotTimeoutMillis = dotTimeoutMillis;
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
