package dev.tightrope.scheduler;

import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.embedded.MailServer;
import java.util.ArrayList;
import java.util.List;

/** The module's own mail server, which can be down for a while and come back on the same port. */
public final class TestMail {
    private static MailServer server = MailServer.start();
    private static final List<MailServer> PAST = new ArrayList<>();

    private TestMail() {}

    static synchronized int port() {
        return server.smtpPort();
    }

    /** Stops it; what it accepted stays known. */
    public static synchronized void down() {
        server.close();
    }

    /** Starts it again. */
    public static synchronized void up() {
        PAST.add(server);
        server = MailServer.start(server.smtpPort(), 0, null);
    }

    /** Every mail to an address, from all its lives. */
    public static synchronized List<AcceptedMail> acceptedFor(String address) {
        List<AcceptedMail> mails = new ArrayList<>();
        PAST.forEach(past -> mails.addAll(past.acceptedFor(address)));
        mails.addAll(server.acceptedFor(address));
        return mails;
    }
}
