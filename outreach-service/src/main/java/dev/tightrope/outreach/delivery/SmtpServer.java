package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.delivery.FencedTransport.DotAnsweredException;
import dev.tightrope.outreach.delivery.FencedTransport.HeldBackException;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostAfterDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForGood;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForNow;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The mail server, one conversation for one mail to one recipient. Never throws: every ending is an outcome. */
final class SmtpServer {
    private static final Logger LOG = Logger.getLogger(SmtpServer.class);

    private final MailSettings.Smtp settings;
    private final @Nullable AccountRoute route;

    SmtpServer(MailSettings.Smtp settings) {
        this.settings = settings;
        this.route = null;
    }

    /** Through an account of a rep. */
    SmtpServer(AccountRoute route) {
        this.settings = route.settings();
        this.route = route;
    }

    SmtpOutcome handOver(byte[] rendered, String from, String to, DotFence fence) {
        WatchedSockets sockets = new WatchedSockets(route == null ? Socket::new : route.sockets());
        Session session = session(route == null ? from : route.sender(), sockets);
        FencedTransport transport = new FencedTransport(session, fence, sockets, millis(settings.dotTimeout()));
        try {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.username().orElse(null),
                    settings.password().orElse(null));
            transport.sendMessage(
                    new RenderedMessage(session, rendered), new Address[] {new InternetAddress(to, true)});
            return new Accepted(oneLine(transport.getLastServerResponse()));
        } catch (MessagingException | RuntimeException e) {
            return outcomeOf(e, transport.phase());
        } finally {
            hangUp(transport);
        }
    }

    private Session session(String from, WatchedSockets sockets) {
        Properties properties = new Properties();
        properties.put("mail.smtp.socketFactory", sockets);
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.connectiontimeout", Integer.toString(millis(settings.connectTimeout())));
        properties.put("mail.smtp.timeout", Integer.toString(millis(settings.answerTimeout())));
        properties.put("mail.smtp.writetimeout", Integer.toString(millis(settings.answerTimeout())));
        properties.put("mail.smtp.from", from);
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.sendpartial", "false");
        settings.heloName().ifPresent(name -> properties.put("mail.smtp.localhost", name));
        if (settings.username().isPresent()) {
            properties.put("mail.smtp.auth", "true");
        }
        switch (settings.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case TLS -> {
                properties.put("mail.smtp.ssl.enable", "true");
                properties.put("mail.smtp.ssl.checkserveridentity", "true");
            }
            case NONE -> {}
        }
        if (route != null) {
            properties.putAll(route.properties());
        }
        return Session.getInstance(properties);
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
        String reason = failure instanceof AuthenticationFailedException
                ? "the mail server did not accept user and password"
                : describe(failure);
        return phase == SmtpPhase.DOT ? new LostAfterDot(reason) : new LostBeforeDot(phase, reason);
    }

    private static @Nullable Throwable next(Throwable failure) {
        if (failure instanceof MessagingException chained && chained.getNextException() != null) {
            return chained.getNextException();
        }
        return failure.getCause();
    }

    private static String describe(Exception failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            root = cause;
        }
        String said = oneLine(failure.getMessage());
        return root == failure ? said : said + " (" + oneLine(root.getMessage()) + ")";
    }

    private static void hangUp(FencedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debugf(e, "the mail server did not say goodbye");
        }
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }
}
