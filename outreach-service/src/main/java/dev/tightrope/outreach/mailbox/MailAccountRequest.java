package dev.tightrope.outreach.mailbox;

import dev.tightrope.outreach.input.SingleLine;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner writes it. Secrets that are left out stay as they are while servers and login do.
 *
 * @param address its e-mail address
 * @param username its login; the address unless given
 * @param imap where its mail is read
 * @param folder folder that is read; INBOX unless given
 * @param smtp where mail is handed over
 * @param sentCopy who files a copy of what is sent through it: APPEND, we do, in its Sent folder; BY_PROVIDER, its
 *     provider does; what is usual for the SMTP server unless given
 * @param sentFolder its Sent folder, where the server does not mark one (RFC 6154); unless given, one with a usual name
 * @param subAddressing whether the provider delivers its address with a plus sign and a tag to it and lets it send as
 *     such; reports on mail then say which mail they are about; false unless given. Gmail and Microsoft 365 deliver such
 *     addresses, but let nobody send as one that was not set up
 * @param sendAs address in From of what goes through it, where its provider lets it send as another; its own unless given
 * @param authentication how it signs in
 * @param password its password
 * @param oauth where its access tokens come from
 */
record MailAccountRequest(
        @NotNull @SingleLine(max = 254) String address,
        @Nullable @SingleLine(max = 254) String username,
        @Nullable @Valid ServerAddress imap,
        @Nullable @SingleLine(max = 200) String folder,
        @Nullable @Valid ServerAddress smtp,
        @Nullable SentCopy sentCopy,
        @Nullable @SingleLine(max = 200) String sentFolder,
        @Nullable Boolean subAddressing,
        @Nullable @SingleLine(max = 254) String sendAs,
        @NotNull Authentication authentication,
        @Nullable @SingleLine(max = 1000) String password,
        @Nullable @Valid OAuthRequest oauth) {

    /**
     * OAuth 2.0.
     *
     * @param tokenEndpoint URL of the token endpoint
     * @param clientId who we are there
     * @param clientSecret our secret there, where it wants one
     * @param refreshToken what it gave for this mailbox
     * @param scope what is asked for, where it wants to be told
     */
    record OAuthRequest(
            @NotNull @SingleLine(max = 500) String tokenEndpoint,
            @NotNull @SingleLine(max = 500) String clientId,
            @Nullable @SingleLine(max = 2000) String clientSecret,
            @Nullable @SingleLine(max = 8000) String refreshToken,
            @Nullable @SingleLine(max = 1000) String scope) {
        @Override
        public String toString() {
            return "OAuthRequest[" + tokenEndpoint + "]";
        }
    }

    @Override
    public String toString() {
        return "MailAccountRequest[" + address + "]";
    }
}
