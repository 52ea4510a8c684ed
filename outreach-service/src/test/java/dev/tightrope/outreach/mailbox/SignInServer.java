package dev.tightrope.outreach.mailbox;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A mail server that asks who is there: password, or with XOAUTH2 a token that is the same. */
final class SignInServer implements AutoCloseable {
    private final ServerSetup imapSetup = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAP);
    private final ServerSetup smtpSetup = new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP);
    private final GreenMail server = new GreenMail(new ServerSetup[] {imapSetup, smtpSetup});

    SignInServer() {
        imapSetup.setServerStartupTimeout(20_000);
        smtpSetup.setServerStartupTimeout(20_000);
        server.start();
    }

    GreenMailUser user(String address, String password) {
        return server.setUser(address, address, password);
    }

    int imap() {
        return server.getImap().getPort();
    }

    int smtp() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
