package dev.tightrope.outreach.inbound.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells how the mailboxes fare. One that cannot be read is a detail and an alert, not a reason to refuse requests. */
@Readiness
@ApplicationScoped
class MailboxHealth implements HealthCheck {
    private final ReadMailboxes mailboxes;

    MailboxHealth(ReadMailboxes mailboxes) {
        this.mailboxes = mailboxes;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health =
                HealthCheckResponse.named("mailboxes").up();
        health.withData(
                "configured",
                mailboxes
                        .configured()
                        .map(MailboxCondition::inWords)
                        .orElse("none: tightrope.inbound.imap.host is not set"));
        List<MailboxCondition> accounts = mailboxes.accounts();
        long connected = accounts.stream().filter(MailboxCondition::connected).count();
        health.withData("accounts", connected + " of " + accounts.size() + " read by this replica are connected");
        return health.build();
    }
}
