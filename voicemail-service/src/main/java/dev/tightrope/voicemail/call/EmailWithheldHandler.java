package dev.tightrope.voicemail.call;

import dev.tightrope.events.EmailWithheld;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class EmailWithheldHandler implements EventHandler<EmailWithheld> {
    private final CallAttempts attempts;

    EmailWithheldHandler(CallAttempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public Class<EmailWithheld> eventClass() {
        return EmailWithheld.class;
    }

    @Override
    public void handle(Received<EmailWithheld> received) {
        EmailWithheld withheld = received.data();
        if (withheld.attemptId() != null) {
            attempts.withhold(withheld.attemptId(), withheld.reason());
        }
    }
}
