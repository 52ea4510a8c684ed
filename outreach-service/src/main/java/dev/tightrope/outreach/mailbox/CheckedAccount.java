package dev.tightrope.outreach.mailbox;

import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.mailbox.connection.AllowedHosts;
import dev.tightrope.outreach.mailbox.credentials.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks what an owner wrote, and completes it with the secrets there are. */
@ApplicationScoped
class CheckedAccount {
    private final AllowedHosts allowed;

    CheckedAccount(AllowedHosts allowed) {
        this.allowed = allowed;
    }

    /**
     * The addresses as mail uses them.
     *
     * @param own its own
     * @param sendAs another one it sends as
     */
    record Addresses(String own, @Nullable String sendAs) {}

    /** The addresses; refuses everything that is wrong, at once. */
    Addresses addresses(MailAccountRequest request) {
        FieldErrors errors = new FieldErrors();
        String address = errors.email("/address", request.address());
        String sendAs = errors.email("/sendAs", request.sendAs());
        if (request.imap() == null && request.smtp() == null) {
            errors.add("/imap", "or /smtp must be given: an account that neither reads nor sends is of no use");
        }
        check(errors, "/imap", request.imap());
        check(errors, "/smtp", request.smtp());
        if (request.authentication() == Authentication.XOAUTH2) {
            MailAccountRequest.OAuthRequest oauth = request.oauth();
            if (oauth == null) {
                errors.add("/oauth", "must say where access tokens come from");
            } else {
                checkEndpoint(errors, oauth.tokenEndpoint());
            }
            if (request.password() != null) {
                errors.add("/password", "is not used with XOAUTH2: leave it out");
            }
        } else if (request.oauth() != null) {
            errors.add("/oauth", "is not used with a password: leave it out");
        }
        errors.refuseIfAny();
        return new Addresses(Objects.requireNonNull(address), sendAs);
    }

    private void check(FieldErrors errors, String pointer, @Nullable ServerAddress server) {
        if (server == null) {
            return;
        }
        if (allowed.refuses(server.host())) {
            errors.add(pointer + "/host", "must be a server on the Internet, not one at a private address");
        }
        if (server.security() == ConnectionSecurity.NONE && !allowed.allowPrivate()) {
            errors.add(pointer + "/security", "must be TLS or STARTTLS: secrets do not cross a network in the clear");
        }
    }

    private void checkEndpoint(FieldErrors errors, String endpoint) {
        URI uri = uriOf(endpoint);
        if (uri == null || uri.getHost() == null || !isWeb(uri) || uri.getRawUserInfo() != null) {
            errors.add("/oauth/tokenEndpoint", "must be a URL such as https://oauth2.googleapis.com/token");
        } else if (allowed.refuses(uri.getHost())) {
            errors.add("/oauth/tokenEndpoint", "must be on the Internet, not at a private address");
        }
    }

    private boolean isWeb(URI uri) {
        return "https".equals(uri.getScheme()) || (allowed.allowPrivate() && "http".equals(uri.getScheme()));
    }

    private static @Nullable URI uriOf(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /**
     * The secrets to store. Those left out are kept only while they go where they went before: otherwise whoever changes
     * the host would be handed them.
     */
    Secrets secrets(MailAccountRequest request, Optional<MailAccount> before, Optional<Secrets> known) {
        Optional<Secrets> kept = before.isPresent() && goesWhere(before.get(), request) ? known : Optional.empty();
        FieldErrors errors = new FieldErrors();
        if (request.authentication() == Authentication.PASSWORD) {
            String password = request.password() != null
                    ? request.password()
                    : kept.map(Secrets::password).orElse(null);
            require(errors, "/password", password);
            return new Secrets(password, null, null);
        }
        MailAccountRequest.OAuthRequest oauth = Objects.requireNonNull(request.oauth());
        String refresh = oauth.refreshToken() != null
                ? oauth.refreshToken()
                : kept.map(Secrets::refreshToken).orElse(null);
        require(errors, "/oauth/refreshToken", refresh);
        return new Secrets(
                null,
                oauth.clientSecret() != null
                        ? oauth.clientSecret()
                        : kept.map(Secrets::clientSecret).orElse(null),
                refresh);
    }

    private static void require(FieldErrors errors, String pointer, @Nullable String secret) {
        if (secret == null) {
            errors.add(pointer, "must be given, and again when server, login or token endpoint change");
        }
        errors.refuseIfAny();
    }

    private static boolean goesWhere(MailAccount before, MailAccountRequest request) {
        MailAccount.TokenSource source = before.oauth();
        MailAccountRequest.OAuthRequest oauth = request.oauth();
        return before.authentication() == request.authentication()
                && before.username().equals(usernameOf(request))
                && isSameOrGone(before.imap(), request.imap())
                && isSameOrGone(before.smtp(), request.smtp())
                && (source == null
                        || (oauth != null
                                && source.tokenEndpoint().equals(oauth.tokenEndpoint())
                                && source.clientId().equals(oauth.clientId())));
    }

    private static boolean isSameOrGone(@Nullable ServerAddress before, @Nullable ServerAddress after) {
        return after == null || after.equals(before);
    }

    static String usernameOf(MailAccountRequest request) {
        return request.username() == null ? request.address().strip() : request.username();
    }
}
