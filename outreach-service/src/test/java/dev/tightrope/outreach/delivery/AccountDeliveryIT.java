package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.mailbox.SignInServer;
import dev.tightrope.outreach.mailbox.TlsDoor;
import dev.tightrope.outreach.mailbox.TokenServer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
