package dev.tightrope.outreach.mailbox.connection;

import dev.tightrope.outreach.mailbox.MailboxesSettings;
import dev.tightrope.outreach.mailbox.TestAccounts;
import java.time.Clock;

/** Connections for tests that run without the service. */
public final class TestConnections {
    private TestConnections() {}

    public static MailConnections of(TestAccounts accounts, MailboxesSettings settings) {
        AllowedHosts allowed = new AllowedHosts(settings);
        TrustedServers trusted = new TrustedServers(settings);
        AccessTokens tokens = new AccessTokens(
                new TokenEndpoint(allowed, trusted, settings),
                accounts.accounts(),
                accounts.secrets(),
                Clock.systemUTC());
        return new MailConnections(settings, allowed, trusted, tokens, accounts.secrets());
    }
}
