package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.mailbox.SignInServer;
import dev.tightrope.outreach.mailbox.TlsDoor;
import dev.tightrope.outreach.mailbox.TokenServer;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail through the rep's own account: the same fence, another server. */
@QuarkusTest
class AccountDeliveryIT {
    private final SignInServer mail = new SignInServer();
    private final String address = "rolf-" + UUID.randomUUID() + "@seller.example";
    private RunningOutreach outreach;

    @Inject
    HandDelivery hand;

    @Inject
    DeliverMail deliverMail;

    @Inject
    SentMails sentMails;

    @Inject
    MailAccounts accounts;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void outreach() {
        outreach = RunningOutreach.voicemailLeft();
    }

    @AfterEach
    void stop() {
        mail.close();
    }

    @Test
    void itGoesThroughTheRepsOwnServerAndNotThroughTheConfiguredOne() throws Exception {
        mail.user(address, "s3cret");
        try (TlsDoor door = new TlsDoor("good", mail.smtp())) {
            keep(account(door.port(), "TLS", "s3cret"));
            outreach.event(outreach.release());
            await().dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        }
        assertThat(mail.accepted(outreach.executiveAddress()))
                .hasSize(1)
                .allMatch(text ->
                        text.contains("Message-ID: " + outreach.deliveries().getString("data[0].messageId"))
                                && text.contains("Return-Path: <" + address + ">"));
        assertThat(outreach.deliveries().getList("data[0].attempts.outcome")).containsExactly("ACCEPTED");
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).isEmpty();
    }

    @Test
    void theFenceHoldsThereToo() {
        mail.user(address, "s3cret");
        keep(account(mail.smtp(), "NONE", "s3cret"));
        UUID delivery = hand.released(outreach);
        Claim claim = hand.claim(delivery);
        hand.change("lease_until = '-infinity'", delivery);

        assertThat(deliverMail.handOver(claim)).isInstanceOf(HeldBack.class);
        assertThat(mail.accepted(outreach.executiveAddress())).isEmpty();
        // Or the next test would find it due.
        hand.change("state = 'CANCELLED', claimed_by = NULL, lease_until = NULL", delivery);
    }

    @Test
    void aServerWithAWrongCertificateGetsNothingAndTheConfiguredOneNeither() throws Exception {
        mail.user(address, "s3cret");
        UUID delivery = hand.released(outreach);
        try (TlsDoor door = new TlsDoor("unknown", mail.smtp())) {
            keep(account(door.port(), "TLS", "s3cret"));
            assertThat(deliverMail.handOver(hand.claim(delivery))).isInstanceOf(LostBeforeDot.class);
        }
        assertThat(mail.accepted(outreach.executiveAddress())).isEmpty();
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).isEmpty();
    }

    @Test
    void withXoauth2ARefusedTokenIsFetchedAnewForTheNextTry() throws Exception {
        mail.user(address, "fresh-token");
        UUID delivery = hand.released(outreach);
        try (TokenServer tokens = new TokenServer()) {
            tokens.gives("stale-token", 3600).gives("fresh-token", 3600);
            Map<String, Object> account = account(mail.smtp(), "NONE", null);
            account.put("authentication", "XOAUTH2");
            account.put(
                    "oauth", Map.of("tokenEndpoint", tokens.url(), "clientId", "tightrope", "refreshToken", "r3fresh"));
            keep(account);
            assertThat(deliverMail.handOver(hand.claim(delivery))).isInstanceOf(LostBeforeDot.class);
            assertThat(deliverMail.handOver(hand.claim(delivery))).isInstanceOf(Accepted.class);
            assertThat(tokens.asked()).hasSize(2);
        }
        assertThat(mail.accepted(outreach.executiveAddress())).hasSize(1);
    }

    @Test
    void aRevokedRefreshTokenHoldsTheMailAndIsShownToTheRep() throws Exception {
        UUID delivery = hand.released(outreach);
        try (TokenServer tokens = new TokenServer()) {
            tokens.refuses(400, "{\"error\":\"invalid_grant\"}");
            Map<String, Object> account = account(mail.smtp(), "NONE", null);
            account.put("authentication", "XOAUTH2");
            account.put(
                    "oauth", Map.of("tokenEndpoint", tokens.url(), "clientId", "tightrope", "refreshToken", "r3fresh"));
            keep(account);
            assertThat(deliverMail.handOver(hand.claim(delivery))).isInstanceOf(LostBeforeDot.class);
        }
        String shown = outreach.rep().calls().get("/api/v1/me/mail-account").asString();
        assertThat(shown).contains("NEEDS_SIGN_IN", "invalid_grant");
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).isEmpty();
    }

    @Test
    void whereTheAccountHasSubAddressesTheEnvelopeNamesTheMail() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            keep(subAddressed(server.port()));
            assertThat(deliverMail.handOver(hand.claim(hand.released(outreach))))
                    .isInstanceOf(Accepted.class);
            assertThat(server.senders()).containsExactly(tagged());
        }
    }

    @Test
    void aServerThatRefusesTheTagIsToldTheAccountsOwnAddress() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            server.answersOnce(ScriptedSmtpServer.Step.MAIL, "550 5.7.60 not allowed to send as this sender");
            keep(subAddressed(server.port()));
            assertThat(deliverMail.handOver(hand.claim(hand.released(outreach))))
                    .isInstanceOf(Accepted.class);
            assertThat(server.senders()).containsExactly(tagged(), address);
            assertThat(server.accepted()).hasSize(1);
        }
    }

    @Test
    void theConnectionTestSaysWhetherTheAccountMaySendAsItsAddressWithATag() {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            keep(subAddressed(server.port()));
            assertThat(connectionTest().getBoolean("working")).isTrue();
            server.answers(ScriptedSmtpServer.Step.MAIL, "550 5.7.60 not allowed to send as this sender");
            assertThat(connectionTest().getBoolean("working")).isFalse();
            assertThat(connectionTest().getString("smtp.problem"))
                    .contains("does not let the account send as", "5.7.60");
            assertThat(connectionTest().getString("smtp.remedy")).contains("subAddressing false");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The user is unknown.",
                "The following address failed: <k.berg@elsewhere.example> 550 5.1.1",
                "<k.berg@elsewhere.example>: 550 5.1.1 user unknown\r\n<berg@elsewhere.example>: 550 5.1.1 user unknown"
            })
    void aBounceWithoutTheMailIsMatchedByTheAddressItCameTo(String words) {
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            keep(subAddressed(server.port()));
            UUID delivery = hand.released(outreach);
            Claim claim = hand.claim(delivery);
            hand.settle(claim, deliverMail.handOver(claim));
            assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);

            User.admin("Provider Hook")
                    .calls()
                    .contentType("message/rfc822")
                    .body(("Return-Path: <>\r\nFrom: Mail Delivery System <MAILER-DAEMON@mx.example>\r\nTo: " + tagged()
                                    + "\r\nSubject: Undelivered Mail Returned to Sender\r\nMessage-ID: <"
                                    + UUID.randomUUID() + "@mx.example>\r\nAuto-Submitted: auto-replied\r\n\r\n"
                                    + "Your message could not be delivered. " + words + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII))
                    .post("/api/v1/inbound-messages")
                    .then()
                    .statusCode(201)
                    .body("kind", equalTo("BOUNCE"))
                    .body("outreachId", equalTo(outreach.id().toString()));

            assertThat(outreach.view().state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
            assertThat(outreach.view().attention()).isEqualTo(AttentionReason.HARD_BOUNCE);
            assertThat(outreach.deliveries().getString("data[0].recipient")).isEqualTo(outreach.executiveAddress());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itIsFromTheAccountsAddressAndThatWasShownAndApproved(boolean asAnother) throws Exception {
        String from = asAnother ? address.replace("rolf-", "r-") : address;
        outreach = RunningOutreach.opened();
        try (ScriptedSmtpServer server = new ScriptedSmtpServer()) {
            Map<String, Object> account = account(server.port(), "NONE", "s3cret");
            account.put("sendAs", asAnother ? from : null);
            keep(account);
            assertThat(outreach.email().getString("from.address")).isEqualTo(from);
            outreach = outreach.called();
            assertThat(outreach.email().getString("from.address")).isEqualTo(from);
            assertThat(outreach.email().getString("from.name")).isEqualTo("Rolf Rep");

            assertThat(deliverMail.handOver(hand.claim(hand.released(outreach))))
                    .isInstanceOf(Accepted.class);

            assertThat(server.senders()).containsExactly(address);
            assertThat(server.accepted())
                    .singleElement(as(STRING))
                    .contains("From: Rolf Rep <" + from + ">", "Reply-To: Rolf Rep <reply+");
        }
        assertThat(sentMails.amongParties("", Set.of(from, outreach.executiveAddress())))
                .extracting(overlap -> overlap.sent().outreachId())
                .contains(outreach.id());
        assertThat(accounts.withAddresses(List.of(from)))
                .as("what is written from there is ours")
                .hasSize(1);
    }

    @Test
    void anAccountThatCameAfterTheApprovalChangesNothingThatWasApprovedAndTheRepIsWarned() {
        String approved = outreach.email().getString("from.address");
        String hash = outreach.emailHash();
        assertThat(outreach.email().getList("checks.code")).doesNotContain("SENDER_CHANGED");

        keep(account(mail.smtp(), "NONE", "s3cret"));

        assertThat(outreach.email().getString("from.address")).isEqualTo(approved);
        assertThat(outreach.emailHash()).isEqualTo(hash);
        assertThat(outreach.email().getList("checks.code")).contains("SENDER_CHANGED");
        assertThat(outreach.email().getString("checks.find { it.code == 'SENDER_CHANGED' }.reason"))
                .contains(approved, address);
    }

    private JsonPath connectionTest() {
        return outreach.rep()
                .sends(Map.of())
                .post("/api/v1/me/mail-account/connection-test")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String tagged() {
        String token =
                jdbi.withHandle(handle -> handle.createQuery("SELECT reply_token FROM delivery WHERE outreach_id = :id")
                        .bind("id", outreach.id())
                        .mapTo(String.class)
                        .one());
        return address.replace("@", "+b." + token + "@");
    }

    private Map<String, Object> subAddressed(int smtp) {
        Map<String, Object> account = account(smtp, "NONE", "s3cret");
        account.put("subAddressing", true);
        return account;
    }

    private Map<String, Object> account(int smtp, String security, String password) {
        Map<String, Object> account = new HashMap<>();
        account.put("address", address);
        account.put("smtp", Map.of("host", "localhost", "port", smtp, "security", security));
        account.put("authentication", "PASSWORD");
        account.put("password", password);
        return account;
    }

    private void keep(Map<String, Object> account) {
        outreach.rep().sends(account).put("/api/v1/me/mail-account").then().statusCode(200);
    }
}
