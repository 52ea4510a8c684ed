package dev.tightrope.outreach.mailbox;

import dev.tightrope.events.MailAccountRefused;
import dev.tightrope.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;

/** Publishes it; scheduler-service mails whoever can mend it. */
@ApplicationScoped
class PublishAccountNews implements AccountNews {
    private final Outbox outbox;

    PublishAccountNews(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void refused(MailAccountRefused news) {
        outbox.append(news);
    }
}
