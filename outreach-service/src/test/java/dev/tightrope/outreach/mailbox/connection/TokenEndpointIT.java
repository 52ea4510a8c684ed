package dev.tightrope.outreach.mailbox.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tightrope.outreach.mailbox.ConnectionSecurity;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailboxesSettings;
import dev.tightrope.outreach.mailbox.ServerAddress;
import dev.tightrope.outreach.mailbox.SlowTokenServer;
import dev.tightrope.outreach.mailbox.TestAccounts;
import dev.tightrope.outreach.mailbox.TlsDoor;
import dev.tightrope.outreach.mailbox.TokenServer;
import dev.tightrope.outreach.mailbox.credentials.Secrets;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any rep names a token endpoint: it may be slow, false or at home with us, and holds up nobody. */
class TokenEndpointIT {
    private static final ServerAddress NOWHERE = new ServerAddress("localhost", 1, ConnectionSecurity.NONE);
    private static final Secrets SECRETS = new Secrets(null, null, "r3fresh");
    /** Far more than the limits of these tests, far less than for ever. */
    private static final long SOON = 20;

    private static TestAccounts accounts;

    private final MailboxesSettings settings =
            TestAccounts.settings(Map.of("connect-timeout", "PT0.5S", "answer-timeout", "PT0.5S"));
    private final TrustedServers trusted = new TrustedServers(settings);

    @BeforeAll
    static void database() throws IOException {
        accounts = TestAccounts.in("token_endpoint");
    }

    @BeforeEach
    void clear() {
        accounts.clear();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsNotWaitedForWithoutLimitOnceItBeganToAnswer(boolean trickles) throws Exception {
        try (SlowTokenServer slow = trickles ? SlowTokenServer.trickling() : SlowTokenServer.silent()) {
            AccessTokens tokens = tokens(new AllowedHosts(true));
            MailAccount account = account(slow.url());

            Future<String> first = inBackground(() -> tokens.of(account));
            Future<String> second = inBackground(() -> tokens.of(account));

            assertThat(refusal(first)).hasMessageContaining("did not answer").matches(e -> !e.forGood());
            assertThat(refusal(second))
                    .as("whoever waits for the account's turn has it then")
                    .isNotNull();
            assertThat(slow.asked()).isEqualTo(2);
        }
    }

    @Test
    void itSendsUsNowhereElse() throws Exception {
        try (TokenServer elsewhere = new TokenServer();
                TokenServer asked = new TokenServer()) {
            elsewhere.gives("t0ken", 3600);
            asked.sendsOnTo(elsewhere.url());
            assertThatThrownBy(() -> endpoint(new AllowedHosts(true)).refresh(account(asked.url()), SECRETS))
                    .isInstanceOf(SignInException.class)
                    .hasMessageContaining("answered 307");
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void oneWhoseNameLeadsToAPrivateAddressIsNotAskedWhateverWasFoundBefore() throws Exception {
        try (TokenServer inside = new TokenServer()) {
            inside.gives("t0ken", 3600);
            assertThatThrownBy(() -> endpoint(new AllowedHosts(false)).refresh(account(inside.url()), SECRETS))
                    .isInstanceOf(SignInException.class)
                    .hasMessageContaining("is at a private address");
            assertThat(inside.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-name", "unknown", "expired"})
    void noSecretIsToldOneThatCannotProveItsName(String certificate) throws Exception {
        try (TokenServer tokens = new TokenServer();
                TlsDoor wrong =
                        new TlsDoor(certificate, URI.create(tokens.url()).getPort());
                TlsDoor right = new TlsDoor("good", URI.create(tokens.url()).getPort())) {
            tokens.gives("t0ken", 3600);
            TokenEndpoint endpoint = endpoint(new AllowedHosts(true));
            assertThatThrownBy(() -> endpoint.refresh(account(behind(wrong)), SECRETS))
                    .isInstanceOf(SignInException.class);
            assertThat(tokens.asked()).isEmpty();
            assertThat(endpoint.refresh(account(behind(right)), SECRETS).accessToken())
                    .isEqualTo("t0ken");
        }
    }

    @Test
    void whatItSaysOfATokensLifeIsBelievedForADay() throws Exception {
        try (TokenServer tokens = new TokenServer()) {
            tokens.gives("one", Integer.MAX_VALUE).gives("two", 3600);
            assertThat(endpoint(new AllowedHosts(true))
                            .refresh(account(tokens.url()), SECRETS)
                            .lifetime())
                    .isEqualTo(Duration.ofDays(1));
        }
    }

    @Test
    void aRefreshTokenThatAnotherReplicaRenewedMeanwhileIsUsed() throws Exception {
        try (TokenServer tokens = new TokenServer()) {
            MailAccount account = account(tokens.url());
            tokens.refuses(400, "{\"error\":\"invalid_grant\"}").gives("t0ken", 3600);
            tokens.meanwhile(() -> accounts.accounts()
                    .reseal(account, accounts.secrets().seal(account.id(), SECRETS.withRefreshToken("r3newed"))));

            assertThat(tokens(new AllowedHosts(true)).of(account)).isEqualTo("t0ken");
            assertThat(tokens.asked()).hasSize(2);
            assertThat(tokens.asked().get(0)).contains("refresh_token=r3fresh");
            assertThat(tokens.asked().get(1)).contains("refresh_token=r3newed");
        }
    }

    @Test
    void oneThatIsRefusedAndStillTheSameIsNotTriedTwice() throws Exception {
        try (TokenServer tokens = new TokenServer()) {
            tokens.refuses(400, "{\"error\":\"invalid_grant\"}");
            MailAccount account = account(tokens.url());
            assertThatThrownBy(() -> tokens(new AllowedHosts(true)).of(account))
                    .isInstanceOf(SignInException.class)
                    .hasMessageContaining("invalid_grant");
            assertThat(tokens.asked()).hasSize(1);
        }
    }

    @Test
    void anAccessTokenIsNotUsedOnceItsAccountWasStoredAnew() throws Exception {
        try (TokenServer tokens = new TokenServer()) {
            tokens.gives("of-the-former", 3600).gives("of-the-new", 3600);
            AccessTokens known = tokens(new AllowedHosts(true));
            MailAccount former = account(tokens.url());
            assertThat(known.of(former)).isEqualTo("of-the-former");
            assertThat(known.of(former)).as("kept while it is valid").isEqualTo("of-the-former");

            accounts.change(former.id(), "other@varmia.example", "r3fresh-of-another", tokens.url(), NOWHERE);

            assertThat(known.of(accounts.accounts().byId(former.id()).orElseThrow()))
                    .isEqualTo("of-the-new");
        }
    }

    @Test
    void secretsThatWereReplacedMeanwhileAreNotSealedOver() throws Exception {
        MailAccount read = account("http://localhost:1/token");
        Secrets renewed = SECRETS.withRefreshToken("r3newed");
        assertThat(accounts.accounts().reseal(read, accounts.secrets().seal(read.id(), renewed)))
                .isTrue();

        assertThat(accounts.accounts().reseal(read, accounts.secrets().seal(read.id(), SECRETS)))
                .as("by a rotation of keys that read them before")
                .isFalse();

        MailAccount now = accounts.accounts().byId(read.id()).orElseThrow();
        assertThat(accounts.secrets().open(now.id(), now.sealed())).isEqualTo(renewed);
    }

    private TokenEndpoint endpoint(AllowedHosts allowed) {
        return new TokenEndpoint(allowed, trusted, settings);
    }

    private AccessTokens tokens(AllowedHosts allowed) {
        return new AccessTokens(endpoint(allowed), accounts.accounts(), accounts.secrets(), Clock.systemUTC());
    }

    private MailAccount account(String tokenEndpoint) {
        UUID id = accounts.add(UUID.randomUUID() + "@varmia.example", "r3fresh", tokenEndpoint, NOWHERE);
        return accounts.accounts().byId(id).orElseThrow();
    }

    private static String behind(TlsDoor door) {
        return "https://localhost:" + door.port() + "/token";
    }

    private interface Fetch {
        String token() throws SignInException;
    }

    private static Future<String> inBackground(Fetch fetch) {
        FutureTask<String> task = new FutureTask<>(fetch::token);
        Thread thread = new Thread(task, "waits for a token");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static SignInException refusal(Future<String> fetched) throws Exception {
        try {
            throw new AssertionError("there is no token: " + fetched.get(SOON, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return (SignInException) e.getCause();
        }
    }
}
