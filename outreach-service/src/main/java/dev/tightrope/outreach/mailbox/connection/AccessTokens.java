package dev.tightrope.outreach.mailbox.connection;

import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.mailbox.credentials.SealedSecrets;
import dev.tightrope.outreach.mailbox.credentials.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Access tokens of the accounts, in memory only; fetched anew before they expire or when a server refuses one. */
@ApplicationScoped
public class AccessTokens {
    /** A token is not used in its last moments: the server's clock may be ahead. */
    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(1);

    private final TokenEndpoint endpoint;
    private final MailAccounts accounts;
    private final SealedSecrets sealedSecrets;
    private final Clock clock;
    private final Map<UUID, Token> tokens = new ConcurrentHashMap<>();
    private final Map<UUID, Object> turns = new ConcurrentHashMap<>();

    AccessTokens(TokenEndpoint endpoint, MailAccounts accounts, SealedSecrets sealedSecrets, Clock clock) {
        this.endpoint = endpoint;
        this.accounts = accounts;
        this.sealedSecrets = sealedSecrets;
        this.clock = clock;
    }

    private record Token(String value, Instant until, long version) {
        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    /** A token that is valid for some time; one account's are fetched one after the other. */
    String of(MailAccount account) throws SignInException {
        synchronized (turns.computeIfAbsent(account.id(), id -> new Object())) {
            Token known = tokens.get(account.id());
            if (known != null
                    && known.version() == account.version()
                    && clock.instant().isBefore(known.until())) {
                return known.value();
            }
            TokenEndpoint.Grant grant = fetch(account);
            Instant until = clock.instant().plus(grant.lifetime()).minus(BEFORE_EXPIRY);
            tokens.put(account.id(), new Token(grant.accessToken(), until, account.version()));
            return grant.accessToken();
        }
    }

    /** Forgets a token that a server refused. */
    void forget(MailAccount account, String refused) {
        tokens.computeIfPresent(account.id(), (id, token) -> token.value().equals(refused) ? null : token);
    }

    private TokenEndpoint.Grant fetch(MailAccount account) throws SignInException {
        MailAccount latest = accounts.byId(account.id()).orElse(account);
        try {
            return fetchAndKeep(latest);
        } catch (SignInException e) {
            // Some endpoints give a new refresh token each time: another replica may have come first.
            MailAccount meanwhile = e.forGood() ? accounts.byId(account.id()).orElse(null) : null;
            if (meanwhile == null || isSame(latest, meanwhile)) {
                throw e;
            }
            return fetchAndKeep(meanwhile);
        }
    }

    private TokenEndpoint.Grant fetchAndKeep(MailAccount account) throws SignInException {
        Secrets secrets = sealedSecrets.open(account.id(), account.sealed());
        TokenEndpoint.Grant grant = endpoint.refresh(account, secrets);
        @Nullable String renewed = grant.refreshToken();
        if (renewed != null && !renewed.equals(secrets.refreshToken())) {
            accounts.reseal(account, sealedSecrets.seal(account.id(), secrets.withRefreshToken(renewed)));
        }
        return grant;
    }

    private boolean isSame(MailAccount before, MailAccount after) {
        return sealedSecrets.open(before.id(), before.sealed()).equals(sealedSecrets.open(after.id(), after.sealed()));
    }
}
