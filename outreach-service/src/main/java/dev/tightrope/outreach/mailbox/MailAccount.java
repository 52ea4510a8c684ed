package dev.tightrope.outreach.mailbox;

import dev.tightrope.outreach.mailbox.credentials.Sealed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account with a mail server.
 *
 * @param id the account
 * @param personId whose it is; absent: shared
 * @param address its e-mail address
 * @param username its login
 * @param imap where its mail is read; absent: not at all
 * @param folder folder that is read
 * @param smtp where mail is handed over; absent: not through this account
 * @param outgoing what becomes of mail sent through it
 * @param authentication how it signs in
 * @param oauth where its access tokens come from; absent with a password
 * @param status whether it can be used
 * @param statusReason why not
 * @param failingSince since when its mailbox cannot be read; absent while it can
 * @param sealed its secrets
 * @param createdAt when it was recorded
 * @param updatedAt when it last changed
 * @param version counts the changes, from 1
 */
public record MailAccount(
        UUID id,
        @Nullable UUID personId,
        String address,
        String username,
        @Nullable ServerAddress imap,
        String folder,
        @Nullable ServerAddress smtp,
        Outgoing outgoing,
        Authentication authentication,
        @Nullable TokenSource oauth,
        AccountStatus status,
        @Nullable String statusReason,
        @Nullable Instant failingSince,
        Sealed sealed,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** The address in From of what goes through it: providers rewrite or refuse one that is not the account's. */
    public String from() {
        return outgoing.sendAs() == null ? address : outgoing.sendAs();
    }

    /** The account's address with a tag, by which mail that comes back says what it is about. */
    public String addressWith(String tag) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + "+" + tag + address.substring(at);
    }

    /**
     * What becomes of mail sent through an account.
     *
     * @param sentCopy who files a copy of it
     * @param sentFolder folder for it where the server does not say which one it is; absent: one with a usual name
     * @param subAddressing whether the account also gets, and may send as, its address with a plus sign and a tag
     * @param sendAs another address of its owner's that its provider lets it send as; absent: its own
     */
    public record Outgoing(
            SentCopy sentCopy,
            @Nullable String sentFolder,
            boolean subAddressing,
            @Nullable String sendAs) {}

    /**
     * Where access tokens come from.
     *
     * @param tokenEndpoint URL
     * @param clientId who we are there
     * @param scope what is asked for, where the endpoint wants to be told
     */
    public record TokenSource(
            String tokenEndpoint, String clientId, @Nullable String scope) {}
}
