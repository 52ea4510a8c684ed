package dev.tightrope.outreach.mailbox;

import dev.tightrope.api.Problems;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport;
import dev.tightrope.outreach.mailbox.connection.TestConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** Tests an account's connections on its owner's request; a few at a time, because each waits for servers of others. */
@ApplicationScoped
class TryMailAccount {
    private static final int AT_A_TIME = 4;

    private final TestConnection testConnection;
    private final MailAccounts accounts;
    private final Semaphore places = new Semaphore(AT_A_TIME);

    TryMailAccount(TestConnection testConnection, MailAccounts accounts) {
        this.testConnection = testConnection;
        this.accounts = accounts;
    }

    ConnectionReport test(MailAccount account) {
        if (!places.tryAcquire()) {
            throw Problems.conflict(
                    "not-possible-now", "Other connections are being tested: try again in some seconds.");
        }
        try {
            ConnectionReport report = testConnection.of(account);
            if (report.working()) {
                accounts.works(account);
            }
            return report;
        } finally {
            places.release();
        }
    }
}
