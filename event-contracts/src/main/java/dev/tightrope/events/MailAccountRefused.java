package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail server or token endpoint no longer accepts a mail account, so that somebody has to sign it in anew; or its mailbox
 * could not be read for some time for another reason. Told once each time, not with every attempt. Keyed by the account.
 *
 * @param accountId the account
 * @param personId who can mend it: whose it is, or who stored a shared one
 * @param address its e-mail address; personal data
 * @param shared whether it belongs to nobody in particular
 * @param reads whether its mailbox is read for answers
 * @param sends whether mail to executives is handed over through it
 * @param problem what the server said or what is wrong, in words
 * @param at when it was noticed; of NOT_READ, since when
 * @param kind SIGN_IN, or NOT_READ if its mailbox cannot be read for another reason; absent for the former
 */
public record MailAccountRefused(
        UUID accountId,
        UUID personId,
        String address,
        boolean shared,
        boolean reads,
        boolean sends,
        String problem,
        Instant at,
        @Nullable String kind)
        implements TightropeEvent {
    /** It has to be signed in anew. */
    public static final String SIGN_IN = "SIGN_IN";
    /** Its mailbox cannot be read for another reason. */
    public static final String NOT_READ = "NOT_READ";

    /** It has to be signed in anew. */
    public MailAccountRefused(
            UUID accountId,
            UUID personId,
            String address,
            boolean shared,
            boolean reads,
            boolean sends,
            String problem,
            Instant at) {
        this(accountId, personId, address, shared, reads, sends, problem, at, null);
    }

    @Override
    public UUID key() {
        return accountId;
    }
}
