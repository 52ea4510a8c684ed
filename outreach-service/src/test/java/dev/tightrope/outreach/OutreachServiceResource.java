package dev.tightrope.outreach;

import dev.tightrope.embedded.MailServer;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.testing.ServiceParts;
import java.util.HashMap;
import java.util.Map;

/**
 * What only outreach-service needs in tests: the mail server of the JVM, with a mailbox for replies.
 */
public class OutreachServiceResource extends ServiceParts {
    /** For its database. */
    public OutreachServiceResource() {
        super("outreach");
    }

    @Override
    protected Map<String, String> ofItsOwn() {
        Map<String, String> config = new HashMap<>();
        MailServer mail = SharedParts.mail();
        config.put("tightrope.test.smtp-port", Integer.toString(mail.smtpPort()));
        config.put("tightrope.test.imap-port", Integer.toString(mail.imapPort()));
        config.put("tightrope.mail.smtp.host", "127.0.0.1");
        config.put("tightrope.mail.smtp.port", Integer.toString(mail.smtpPort()));
        config.put("tightrope.company.postal-address", "Storgatan 1, 111 22 Stockholm");
        config.put("tightrope.mail.reply-to", "reply@seller.example");
        mail.createMailbox("reply@seller.example");
        config.put("tightrope.inbound.imap.host", "localhost");
        config.put("tightrope.inbound.imap.port", Integer.toString(mail.imapPort()));
        config.put("tightrope.inbound.imap.tls", "false");
        config.put("tightrope.inbound.imap.user", "reply@seller.example");
        config.put("tightrope.inbound.imap.password", "any");
        config.put("tightrope.mailboxes.keys", "test:dGVzdC1rZXktb2YtMzItYnl0ZXMtMDEyMzQ1Njc4OTA=");
        config.put("tightrope.one-tap.keys", "test:dGVzdC1rZXktb2YtMzItYnl0ZXMtMDEyMzQ1Njc4OTA=");
        config.put("tightrope.mailboxes.allow-private-hosts", "true");
        config.put("tightrope.mailboxes.trusted-authorities", "src/test/resources/certificates/authority.pem");
        // Accounts in tests of the API are not read; the reader has tests of its own.
        config.put("tightrope.mailboxes.readers", "0");
        // Tests look for ended permissions by hand.
        config.put("tightrope.stories.permission-poll", "PT24H");
        // Tests that provoke a refusal try again by hand.
        config.put("tightrope.mail.retry-first", "PT10M");
        return config;
    }
}
