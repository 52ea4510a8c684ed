package dev.tightrope.outreach.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.outreach.mailbox.credentials.SealedSecrets;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Accounts through the API, on a mail server that asks for passwords and a token endpoint that gives tokens. */
@QuarkusTest
class MailAccountIT {
    private static final String MINE = "/api/v1/me/mail-account";
    private static final String SHARED = "/api/v1/mail-accounts";
    private static SignInServer mail;

    private final User rep = User.rep("Rita Rep");
    private final User admin = User.admin("Ada Admin");
    private final String address = "anna-" + UUID.randomUUID() + "@varmia.example";

    @Inject
    Jdbi jdbi;

    @Inject
    MailAccounts accounts;

    @BeforeAll
    static void start() {
        mail = new SignInServer();
    }

    @AfterAll
    static void stop() {
        mail.close();
    }

    @Test
    void aRepKeepsTheirOwnAccountAndItsSecretsAreNeverShown() {
        rep.calls().get(MINE).then().statusCode(404);
        Response kept = rep.sends(plain("s3cret-one")).put(MINE);
        kept.then().statusCode(200).body("address", equalTo(address)).body("status", equalTo("ACTIVE"));
        String etag = kept.header("ETag");
        Response read = rep.calls().get(MINE);
        assertThat(kept.asString() + read.asString()).doesNotContain("s3cret-one", "password", "sealed", "keyId");
        assertThat(read.asString()).isEqualTo(kept.asString());

        rep.sends(plain("s3cret-two")).put(MINE).then().statusCode(428);
        rep.sends(plain(null)).header("If-Match", etag).put(MINE).then().statusCode(200);
        User.rep("Other Rep").calls().get(MINE).then().statusCode(404);
        rep.calls().delete(MINE).then().statusCode(204);
        rep.calls().get(MINE).then().statusCode(404);
        rep.calls().delete(MINE).then().statusCode(404);
    }

    @Test
    void secretsDoNotFollowAnAccountToAnotherServerLoginOrTokenEndpoint() {
        rep.sends(plain("s3cret-one")).put(MINE).then().statusCode(200);
        Map<String, Object> otherServer = plain(null);
        otherServer.put("imap", server(mail.imap() + 1));
        change(otherServer).statusCode(400).body("errors[0].pointer", equalTo("/password"));
        Map<String, Object> otherLogin = plain(null);
        otherLogin.put("username", "somebody-else");
        change(otherLogin).statusCode(400);
        Map<String, Object> less = plain(null);
        less.remove("smtp");
        change(less).statusCode(200).body("smtp", nullValue());
        change(plain(null)).statusCode(400);

        Map<String, Object> oauth = withTokens("https://token.example/a", "r3fresh");
        change(oauth).statusCode(200);
        change(withTokens("https://token.example/a", null)).statusCode(200);
        change(withTokens("https://token.example/b", null))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/oauth/refreshToken"));
    }

    @Test
    void itsOwnerSeesHowManyMessagesCouldNotBeRead() {
        rep.sends(plain("s3cret-one")).put(MINE).then().statusCode(200).body("setAside", nullValue());
        String name = accounts.ofPerson(rep.id()).orElseThrow().id() + " x@localhost/INBOX";
        jdbi.useHandle(handle -> {
            handle.createUpdate("INSERT INTO mailbox (name) VALUES (:name)")
                    .bind("name", name)
                    .execute();
            handle.createUpdate("""
                            INSERT INTO mailbox_set_aside (mailbox, uid_validity, uid, next_attempt_at, problem)
                            VALUES (:name, 1, 7, now(), 'NO it is damaged'), (:name, 1, 9, now(), 'NO nor this')
                            """).bind("name", name).execute();
        });

        rep.calls()
                .get(MINE)
                .then()
                .body("setAside.count", equalTo(2))
                .body("setAside.problem", equalTo("NO it is damaged"));
    }

    @Test
    void whatIsWrongIsNamedAtOnce() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("address", "nobody");
        wrong.put("sendAs", "somebody");
        wrong.put("authentication", "XOAUTH2");
        wrong.put("password", "s3cret-one");
        Response refused = rep.sends(wrong).put(MINE);
        refused.then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors.pointer", hasItem("/address"))
                .body("errors.pointer", hasItem("/sendAs"))
                .body("errors.pointer", hasItem("/imap"))
                .body("errors.pointer", hasItem("/oauth"))
                .body("errors.pointer", hasItem("/password"));
        assertThat(refused.asString()).doesNotContain("s3cret-one");
    }

    @Test
    void sharedAccountsAreTheAdministratorsAlone() {
        rep.sends(plain("any")).post(SHARED).then().statusCode(403);
        Response made = admin.sends(plain("s3cret-one")).post(SHARED);
        made.then().statusCode(201);
        String path = SHARED + "/" + made.path("id");
        admin.calls().get(SHARED + "?limit=100").then().statusCode(200).body("data.id", hasItem((String)
                made.path("id")));
        admin.sends(plain(null)).header("If-Match", "*").put(path).then().statusCode(200);

        rep.sends(plain("s3cret-two")).put(MINE).then().statusCode(200);
        String own = rep.calls().get(MINE).path("id");
        admin.calls().get(SHARED + "/" + own).then().statusCode(404);
        admin.calls().delete(SHARED + "/" + own).then().statusCode(404);
        admin.calls().post(SHARED + "/" + own + "/connection-test").then().statusCode(404);
        admin.calls().get(SHARED + "?limit=100").then().body("data.id", not(hasItem(own)));
        admin.calls().delete(path).then().statusCode(204);
        admin.calls().get(path).then().statusCode(404);
    }

    @Test
    void aConnectionTestSaysThatEverythingWorks() throws Exception {
        mail.user(address, "s3cret-one");
        try (TlsDoor imap = new TlsDoor("good", mail.imap());
                TlsDoor smtp = new TlsDoor("good", mail.smtp())) {
            rep.sends(encrypted("s3cret-one", imap.port(), smtp.port()))
                    .put(MINE)
                    .then()
                    .statusCode(200);
            test().body("working", equalTo(true))
                    .body("imap.reachable", equalTo(true))
                    .body("imap.trusted", equalTo(true))
                    .body("imap.certificate.issuer", equalTo("CN=Test Authority"))
                    .body("imap.certificate.until", containsString("21"))
                    .body("imap.signedIn", equalTo(true))
                    .body("imap.folders", hasItem("INBOX"))
                    .body("smtp.signedIn", equalTo(true))
                    .body("smtp.trusted", equalTo(true))
                    .body("sentFolder.name", equalTo("Sent"))
                    .body("sentFolder.exists", equalTo(false))
                    .body("sentFolder.problem", nullValue());
        }
    }

    @Test
    void itTriesTheSentFolderToo() {
        mail.user(address, "s3cret-one");
        Map<String, Object> misspelt = plain("s3cret-one");
        misspelt.put("sentFolder", "Snet");
        rep.sends(misspelt).put(MINE).then().statusCode(200);
        test().body("working", equalTo(false))
                .body("imap.problem", nullValue())
                .body("sentFolder.problem", containsString("no folder Snet"))
                .body("sentFolder.remedy", containsString("sentFolder"));
        mail.file(address, "Snet", new byte[0]);
        test().body("working", equalTo(true)).body("sentFolder.exists", equalTo(true));
    }

    @Test
    void anAccountThatHadToBeSignedInAnewWorksAgainOnceATestSaysSo() {
        mail.user(address, "s3cret-one");
        rep.sends(plain("s3cret-one")).put(MINE).then().statusCode(200);
        MailAccount account = accounts.ofPerson(rep.id()).orElseThrow();
        accounts.needsSignIn(account, "the server said no");
        rep.calls().get(MINE).then().body("status", equalTo("NEEDS_SIGN_IN"));

        test().body("working", equalTo(true));

        rep.calls().get(MINE).then().body("status", equalTo("ACTIVE")).body("statusReason", nullValue());
    }

    @Test
    void anAccountThatIsNotReadForLongSaysWhyAndSinceWhen() {
        mail.user(address, "s3cret-one");
        rep.sends(plain("s3cret-one"))
                .put(MINE)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("notReadSince", nullValue());
        MailAccount account = accounts.ofPerson(rep.id()).orElseThrow();
        accounts.fails(account, "There is no folder Customers", Duration.ofHours(1));
        rep.calls().get(MINE).then().body("status", equalTo("ACTIVE")).body("notReadSince", nullValue());

        accounts.fails(account, "There is no folder Customers", Duration.ZERO);

        rep.calls()
                .get(MINE)
                .then()
                .body("status", equalTo("NOT_READ"))
                .body("statusReason", equalTo("There is no folder Customers"))
                .body("notReadSince", notNullValue());
        test().body("working", equalTo(true));
        rep.calls().get(MINE).then().body("status", equalTo("ACTIVE")).body("notReadSince", nullValue());
    }

    @Test
    void itSaysInWordsWhatIsWrongAndWhatToDo() throws Exception {
        mail.user(address, "s3cret-one");
        rep.sends(plain("s3cret-two")).put(MINE).then().statusCode(200);
        test().body("working", equalTo(false))
                .body("imap.reachable", equalTo(true))
                .body("imap.signedIn", equalTo(false))
                .body("imap.problem", containsString("did not accept user and password"))
                .body("imap.remedy", containsString("XOAUTH2"))
                .body("smtp.problem", containsString("did not accept user and password"));

        Map<String, Object> noFolder = plain("s3cret-one");
        noFolder.put("folder", "Elsewhere");
        change(noFolder).statusCode(200);
        test().body("imap.signedIn", equalTo(true)).body("imap.problem", containsString("no folder Elsewhere"));

        Map<String, Object> noServer = plain("s3cret-one");
        noServer.put("imap", server(1));
        noServer.put("smtp", Map.of("host", "nowhere.invalid", "port", 25, "security", "NONE"));
        change(noServer).statusCode(200);
        test().body("imap.reachable", equalTo(false))
                .body("imap.problem", containsString("does not answer"))
                .body("imap.remedy", containsString("993"))
                .body("smtp.reachable", equalTo(false))
                .body("smtp.problem", containsString("no server at nowhere.invalid"));

        Map<String, Object> noTls = plain("s3cret-one");
        noTls.put("imap", Map.of("host", "localhost", "port", mail.imap(), "security", "TLS"));
        noTls.put("smtp", Map.of("host", "localhost", "port", mail.smtp(), "security", "STARTTLS"));
        change(noTls).statusCode(200);
        test().body("working", equalTo(false))
                .body("imap.signedIn", equalTo(false))
                .body("imap.remedy", containsString("STARTTLS begins in the clear"))
                .body("smtp.problem", containsString("STARTTLS"));
    }

    @Test
    void noSecretIsTypedIntoAServerWhoseCertificateIsWrong() throws Exception {
        mail.user(address, "s3cret-one");
        List<String> problems = new ArrayList<>();
        for (String wrong : List.of("expired", "other-name", "unknown")) {
            try (TlsDoor imap = new TlsDoor(wrong, mail.imap());
                    TlsDoor smtp = new TlsDoor(wrong, mail.smtp())) {
                rep.sends(encrypted("s3cret-one", imap.port(), smtp.port()))
                        .header("If-Match", "*")
                        .put(MINE)
                        .then()
                        .statusCode(200);
                ValidatableResponse tested = test().body("working", equalTo(false))
                        .body("imap.reachable", equalTo(true))
                        .body("imap.trusted", equalTo(false))
                        .body("imap.signedIn", equalTo(false))
                        .body("smtp.trusted", equalTo(false))
                        .body("smtp.signedIn", equalTo(false));
                problems.add(tested.extract().path("imap.problem"));
                problems.add(tested.extract().path("smtp.problem"));
            }
        }
        assertThat(problems.subList(0, 2)).allMatch(said -> said.contains("has expired"));
        assertThat(problems.subList(2, 4)).allMatch(said -> said.contains("is for another name"));
        assertThat(problems.subList(4, 6)).allMatch(said -> said.contains("Nobody we trust"));
    }

    @Test
    void withXoauth2ATokenIsFetchedOnceAndAnewWhenTheServerRefusesIt() throws Exception {
        mail.user(address, "fresh-token");
        try (TokenServer tokens = new TokenServer()) {
            tokens.gives("stale-token", 3600).gives("fresh-token", 3600);
            rep.sends(withTokens(tokens.url(), "r3fresh")).put(MINE).then().statusCode(200);
            test().body("working", equalTo(true)).body("imap.signedIn", equalTo(true));
            assertThat(tokens.asked())
                    .hasSize(2)
                    .allMatch(form -> form.contains("grant_type=refresh_token")
                            && form.contains("refresh_token=r3fresh")
                            && form.contains("client_secret=cl1ent-sEcReT"));
            test().body("working", equalTo(true));
            assertThat(tokens.asked()).as("it is kept while it is valid").hasSize(2);
        }
    }

    @Test
    void aTokenIsFetchedAnewBeforeItExpiresAndARenewedRefreshTokenIsKept() throws Exception {
        mail.user(address, "t0ken");
        try (TokenServer tokens = new TokenServer()) {
            tokens.gives("t0ken", 30, "r3fresh-2");
            rep.sends(withTokens(tokens.url(), "r3fresh-1")).put(MINE).then().statusCode(200);
            String etag = rep.calls().get(MINE).header("ETag");
            test().body("working", equalTo(true));
            test().body("working", equalTo(true));
            assertThat(tokens.asked().get(0)).contains("refresh_token=r3fresh-1");
            assertThat(tokens.asked()).hasSizeGreaterThan(2);
            assertThat(tokens.asked().get(1)).contains("refresh_token=r3fresh-2");
            assertThat(rep.calls().get(MINE).header("ETag")).isEqualTo(etag);
        }
    }

    @Test
    void aTokenEndpointThatRefusesOrIsAwayIsSaidInWords() throws Exception {
        mail.user(address, "t0ken");
        TokenServer tokens = new TokenServer();
        tokens.refuses(400, "{\"error\":\"invalid_grant\",\"error_description\":\"r3fresh was revoked\"}");
        rep.sends(withTokens(tokens.url(), "r3fresh")).put(MINE).then().statusCode(200);
        test().body("imap.problem", containsString("invalid_grant"))
                .body("imap.problem", not(containsString("r3fresh")))
                .body("imap.remedy", containsString("Sign in again"))
                .body("smtp.signedIn", equalTo(false));
        tokens.close();
        test().body("imap.problem", containsString("did not answer")).body("imap.signedIn", equalTo(false));
    }

    @Test
    void secretsAreInNoAnswerLogEventOrPlainColumn() throws Exception {
        List<String> said = new ArrayList<>();
        String[] secrets = {"cl1ent-sEcReT", "pass-sEcReT", "refresh-sEcReT", "access-sEcReT", "renewed-sEcReT"};
        mail.user(address, "access-sEcReT");
        SaidInLog log = new SaidInLog();
        try (log;
                TokenServer tokens = new TokenServer()) {
            tokens.gives("access-sEcReT", 30, "renewed-sEcReT").refuses(400, "{\"error\":\"refresh-sEcReT\"}");
            said.add(rep.sends(plain("pass-sEcReT")).put(MINE).asString());
            said.add(rep.calls().post(MINE + "/connection-test").asString());
            Map<String, Object> oauth = withTokens(tokens.url(), "refresh-sEcReT");
            said.add(rep.sends(oauth).header("If-Match", "*").put(MINE).asString());
            said.add(rep.calls().post(MINE + "/connection-test").asString());
            said.add(rep.calls().post(MINE + "/connection-test").asString());
            said.add(rep.calls().get(MINE).asString());
            said.add(rep.sends("{\"address\": \"a@b.example\", \"password\": \"pass-sEcReT\", \"unknown\": 1}")
                    .put(MINE)
                    .asString());
            said.add(rep.sends("{\"password\": \"pass-sEcReT\", broken")
                    .put(MINE)
                    .asString());
            said.add(admin.calls().post(SHARED + "/key-rotation").asString());
        }
        said.add(log.text());
        said.addAll(texts("SELECT CAST(outbox_event AS text) FROM outbox_event"));
        said.addAll(texts("SELECT CAST(mail_account AS text) FROM mail_account"));
        said.addAll(texts("SELECT encode(sealed, 'escape') FROM mail_account"));
        assertThat(said).noneMatch(text -> {
            for (String secret : secrets) {
                if (text.contains(secret)) {
                    return true;
                }
            }
            return false;
        });
    }

    @Test
    void aRotationSealsEverythingAnewAndTheOldKeyCanGo() {
        rep.sends(plain("s3cret-one")).put(MINE).then().statusCode(200);
        UUID id = UUID.fromString(rep.calls().get(MINE).path("id"));
        String old = "test:dGVzdC1rZXktb2YtMzItYnl0ZXMtMDEyMzQ1Njc4OTA=";
        String current = "next:bmV4dC1rZXktb2YtMzItYnl0ZXMtMDEyMzQ1Njc4OTA=";
        SealedSecrets rotated = new SealedSecrets(List.of(current, old));
        RotateKeys.Rotation rotation = new RotateKeys(accounts, rotated).run();
        assertThat(rotation.resealed()).isPositive();
        MailAccount after = accounts.byId(id).orElseThrow();
        assertThat(after.sealed().keyId()).isEqualTo("next");
        assertThat(new SealedSecrets(List.of(current)).open(id, after.sealed()).password())
                .isEqualTo("s3cret-one");
        assertThat(new RotateKeys(accounts, rotated).run()).isEqualTo(new RotateKeys.Rotation(0, rotation.remaining()));
        assertThat(new RotateKeys(accounts, new SealedSecrets(List.of(old)))
                        .run()
                        .remaining())
                .as("without the key they are sealed with, nothing is lost or claimed")
                .isPositive();
        new RotateKeys(accounts, new SealedSecrets(List.of(old, current))).run();
        assertThat(accounts.byId(id).orElseThrow().sealed().keyId()).isEqualTo("test");
    }

    private List<String> texts(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private ValidatableResponse test() {
        return rep.calls().post(MINE + "/connection-test").then().statusCode(200);
    }

    private ValidatableResponse change(Map<String, Object> account) {
        return rep.sends(account).header("If-Match", "*").put(MINE).then();
    }

    private Map<String, Object> plain(String password) {
        Map<String, Object> account = new HashMap<>();
        account.put("address", address);
        account.put("imap", server(mail.imap()));
        account.put("smtp", server(mail.smtp()));
        account.put("authentication", "PASSWORD");
        account.put("password", password);
        return account;
    }

    private Map<String, Object> encrypted(String password, int imap, int smtp) {
        Map<String, Object> account = plain(password);
        account.put("imap", Map.of("host", "localhost", "port", imap, "security", "TLS"));
        account.put("smtp", Map.of("host", "localhost", "port", smtp, "security", "TLS"));
        return account;
    }

    private Map<String, Object> withTokens(String endpoint, String refreshToken) {
        Map<String, Object> account = plain(null);
        account.put("authentication", "XOAUTH2");
        Map<String, Object> oauth = new HashMap<>();
        oauth.put("tokenEndpoint", endpoint);
        oauth.put("clientId", "tightrope");
        oauth.put("clientSecret", refreshToken == null ? null : "cl1ent-sEcReT");
        oauth.put("refreshToken", refreshToken);
        account.put("oauth", oauth);
        return account;
    }

    private static Map<String, Object> server(int port) {
        return Map.of("host", "localhost", "port", port, "security", "NONE");
    }
}
