package dev.tightrope.outreach.mailbox;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An account as the API shows it: everything but its secrets, which are never shown.
 *
 * @param id the account
 * @param address its e-mail address
 * @param username its login
 * @param imap where its mail is read
 * @param folder folder that is read
 * @param smtp where mail is handed over
 * @param sentCopy who files a copy of what is sent through it
 * @param sentFolder its Sent folder, where the server does not mark one
 * @param subAddressing whether its address with a plus sign and a tag is its address, too
 * @param sendAs address in From of what goes through it; absent: its own
 * @param authentication how it signs in
 * @param oauth where its access tokens come from; absent with a password
 * @param status whether it can be used
 * @param statusReason why not
 * @param notReadSince since when its mailbox cannot be read; absent unless the status is NOT_READ
 * @param setAside messages that could not be read and are tried again; absent if there are none
 * @param createdAt when it was recorded
 * @param updatedAt when it last changed
 */
@Schema(name = "MailAccount")
record MailAccountView(
        UUID id,
        String address,
        String username,
        @Nullable ServerAddress imap,
        String folder,
        @Nullable ServerAddress smtp,
        SentCopy sentCopy,
        @Nullable String sentFolder,
        boolean subAddressing,
        @Nullable String sendAs,
        Authentication authentication,
        MailAccount.@Nullable TokenSource oauth,
        AccountStatus status,
        @Nullable String statusReason,
        @Nullable Instant notReadSince,
        MailAccounts.@Nullable SetAside setAside,
        Instant createdAt,
        Instant updatedAt) {
    static MailAccountView of(MailAccount account, MailAccounts.@Nullable SetAside setAside) {
        return new MailAccountView(
                account.id(),
                account.address(),
                account.username(),
                account.imap(),
                account.folder(),
                account.smtp(),
                account.outgoing().sentCopy(),
                account.outgoing().sentFolder(),
                account.outgoing().subAddressing(),
                account.outgoing().sendAs(),
                account.authentication(),
                account.oauth(),
                account.status(),
                account.statusReason(),
                account.status() == AccountStatus.NOT_READ ? account.failingSince() : null,
                setAside,
                account.createdAt(),
                account.updatedAt());
    }
}
