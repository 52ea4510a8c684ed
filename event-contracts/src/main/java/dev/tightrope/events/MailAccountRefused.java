package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail server or token endpoint no longer accepts a mail account: somebody has to sign it in anew. Told once each time,
 * not with every attempt. Keyed by the account.
 *
 * @param accountId the account
 * @param personId who can mend it: whose it is, or who stored a shared one
 * @param address its e-mail address; personal data
 * @param shared whether it belongs to nobody in particular
 * @param reads whether its mailbox is read for answers
 * @param sends whether mail to executives is handed over through it
 * @param problem what the server said, in words
 * @param at when it was noticed
 */
public record MailAccountRefused(
        UUID accountId,
        UUID personId,
        String address,
        boolean shared,
        boolean reads,
        boolean sends,
        String problem,
        Instant at)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return accountId;
    }
}
