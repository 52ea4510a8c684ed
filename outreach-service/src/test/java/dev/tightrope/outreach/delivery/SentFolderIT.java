package dev.tightrope.outreach.delivery;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostAfterDot;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.inbound.reading.Relay;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.mailbox.SignInServer;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies in the Sent folder: filed once after the mail went out, and proof where nobody knew whether it did. */
@QuarkusTest
class SentFolderIT {
    private static final String MINE = "/api/v1/me/mail-account";

    private final SignInServer mail = new SignInServer();
    private final ScriptedSmtpServer smtp = new ScriptedSmtpServer();
    private final String address = "rolf-" + UUID.randomUUID() + "@seller.example";
    private RunningOutreach outreach;
    private UUID delivery;

    @Inject
    HandDelivery hand;

    @Inject
    DeliverMail deliverMail;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void outreach() {
        mail.user(address, "s3cret");
        outreach = RunningOutreach.voicemailLeft();
        delivery = hand.released(outreach);
    }

    @AfterEach
    void stop() {
        mail.close();
        smtp.close();
    }

    @Test
    void aCopyIsFiledOnceMarkedAsOursAndRead() {
        keep(account(mail.imap()));
        assertThat(attempt()).isInstanceOf(Accepted.class);

        until(() -> stateOf("APPEND").equals("DONE"));
        assertThat(mail.in(address, "Sent"))
                .singleElement()
                .asString()
                .startsWith("X-Tightrope-Copy-Of: " + delivery + "\r\n")
                .contains("Message-ID: " + messageId())
                .endsWith(
                        smtp.accepted().get(0).substring(smtp.accepted().get(0).length() - 200));
        assertThat(mail.read(address, "Sent")).isEqualTo(1);
        assertThat(smtp.accepted()).hasSize(1);
    }

    @Test
    void aVisitThatWasInterruptedAfterTheServerHadTheCopyDoesNotFileItTwice() {
        keep(account(mail.imap()));
        attempt();
        until(() -> stateOf("APPEND").equals("DONE"));

        again("APPEND");

        until(() -> stateOf("APPEND").equals("DONE"));
        assertThat(said("APPEND")).contains("message 1 of folder Sent");
        assertThat(mail.in(address, "Sent")).hasSize(1);
    }

    @Test
    void theFolderTheServerMarksAsSentIsTaken() throws IOException {
        mail.file(address, "Skickat", new byte[0]);
        mail.file(address, "Sent", new byte[0]);
        try (Relay relay = new Relay(
                mail.imap(), said -> said.replaceAll("(\\* LIST \\()([^)]*\\) \\S+ \"?Skickat)", "$1\\\\Sent $2"))) {
            keep(account(relay.port()));
            attempt();
            until(() -> stateOf("APPEND").equals("DONE"));
        }
        assertThat(mail.in(address, "Skickat")).hasSize(1);
        assertThat(mail.in(address, "Sent")).isEmpty();
    }

    @Test
    void otherwiseTheOneThatIsConfigured() {
        Map<String, Object> account = account(mail.imap());
        account.put("sentFolder", "Gesendet");
        keep(account);
        attempt();
        until(() -> stateOf("APPEND").equals("DONE"));
        assertThat(mail.in(address, "Gesendet")).hasSize(1);
    }

    @Test
    void whatTheProviderFilesItselfIsNotFiledAgain() {
        Map<String, Object> account = account(mail.imap());
        account.put("sentCopy", "BY_PROVIDER");
        keep(account);
        attempt();
        assertThat(hand.state(delivery)).isEqualTo("SENT");
        assertThat(stateOf("APPEND")).isEmpty();
    }

    @Test
    void whatWentThroughTheConfiguredServerIsFiledWhoeverFilesOtherMail() {
        Map<String, Object> account = account(mail.imap());
        account.remove("smtp");
        account.put("sentCopy", "BY_PROVIDER");
        keep(account);
        hand.attempt(delivery, smtp);
        until(() -> stateOf("APPEND").equals("DONE"));
        assertThat(mail.in(address, "Sent")).hasSize(1);
    }

    @Test
    void aMailboxThatIsAwayHoldsNothingUpAndGetsTheCopyLater() {
        keep(account(closedPort()));
        attempt();
        assertThat(hand.state(delivery)).isEqualTo("SENT");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        until(() -> said("APPEND").contains("does not answer"));
        assertThat(stateOf("APPEND")).isEqualTo("DUE");

        change(account(mail.imap()));
        again("APPEND");

        until(() -> mail.in(address, "Sent").size() == 1);
        assertThat(smtp.accepted()).hasSize(1);
    }

    @Test
    void suchACopyIsNeverAResponse() {
        keep(account(mail.imap()));
        attempt();
        until(() -> mail.in(address, "Sent").size() == 1);

        User.admin("Provider Hook")
                .calls()
                .contentType("message/rfc822")
                .body(mail.in(address, "Sent").get(0).getBytes(US_ASCII))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201)
                .body("kind", equalTo("OWN_COPY"));
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void aCopyTheProviderFiledSettlesAnUnknownOutcome() {
        keep(account(mail.imap()));
        smtp.drops(ScriptedSmtpServer.Step.DOT);
        assertThat(attempt()).isInstanceOf(LostAfterDot.class);
        assertThat(hand.state(delivery)).isEqualTo("UNKNOWN");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
        again("FIND");
        until(() -> said("FIND").contains("there is no copy"));
        assertThat(hand.state(delivery)).isEqualTo("UNKNOWN");

        mail.file(address, "Sent", smtp.accepted().get(0).getBytes(US_ASCII));
        again("FIND");

        until(() -> stateOf("FIND").equals("DONE"));
        assertThat(hand.state(delivery)).isEqualTo("SENT");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.published()).contains("dev.tightrope.outreach.email-sent.v1");
        assertThat(history()).contains("message 1 of folder Sent", "proves that the mail server had accepted");
        assertThat(smtp.accepted()).hasSize(1);
    }

    @Test
    void anotherMailInTheSentFolderProvesNothing() {
        keep(account(mail.imap()));
        smtp.drops(ScriptedSmtpServer.Step.DOT);
        attempt();
        String other =
                smtp.accepted().get(0).replace(messageId(), "<x" + messageId().substring(1));
        mail.file(address, "Sent", other.getBytes(US_ASCII));
        again("FIND");
        until(() -> said("FIND").contains("there is no copy"));
        assertThat(hand.state(delivery)).isEqualTo("UNKNOWN");
    }

    @Test
    void aCopyFoundInTheQuarantineStopsTheResend() {
        keep(account(mail.imap()));
        smtp.drops(ScriptedSmtpServer.Step.DOT);
        attempt();
        outreach.event(new OutreachTrigger.UnknownOutcomeResolved(false, Instant.now()));
        assertThat(hand.state(delivery)).isEqualTo("QUEUED");

        mail.file(address, "Sent", smtp.accepted().get(0).getBytes(US_ASCII));
        again("FIND");

        until(() -> hand.state(delivery).equals("SENT"));
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(hand.isOpen(delivery)).isFalse();
        assertThat(smtp.accepted()).hasSize(1);
    }

    private SmtpOutcome attempt() {
        Claim claim = hand.claim(delivery);
        SmtpOutcome outcome = deliverMail.handOver(claim);
        hand.settle(claim, outcome);
        return outcome;
    }

    private Map<String, Object> account(int imap) {
        Map<String, Object> account = new HashMap<>();
        account.put("address", address);
        account.put("imap", Map.of("host", "localhost", "port", imap, "security", "NONE"));
        account.put("smtp", Map.of("host", "localhost", "port", smtp.port(), "security", "NONE"));
        account.put("authentication", "PASSWORD");
        account.put("password", "s3cret");
        return account;
    }

    private void keep(Map<String, Object> account) {
        outreach.rep().sends(account).put(MINE).then().statusCode(200);
    }

    private void change(Map<String, Object> account) {
        Response before = outreach.rep().calls().get(MINE);
        outreach.rep()
                .sends(account)
                .header("If-Match", before.header("ETag"))
                .put(MINE)
                .then()
                .statusCode(200);
    }

    private String history() {
        return outreach.rep()
                .calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/history")
                .asString();
    }

    private String messageId() {
        return outreach.deliveries().getString("data[0].messageId");
    }

    private String stateOf(String task) {
        return column("state", task);
    }

    private String said(String task) {
        return column("coalesce(said, '')", task);
    }

    private String column(String what, String task) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + what + " FROM sent_folder_task WHERE delivery_id = :id AND task = :task")
                .bind("id", delivery)
                .bind("task", task)
                .mapTo(String.class)
                .findOne()
                .orElse(""));
    }

    /** Has it done at the next poll, as if whatever was interrupted were due again. */
    private void again(String task) {
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate("UPDATE sent_folder_task SET state = 'DUE',"
                                + " said = NULL, next_at = '-infinity' WHERE delivery_id = :id AND task = :task")
                        .bind("id", delivery)
                        .bind("task", task)
                        .execute()));
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(40)).until(condition::getAsBoolean);
    }
}
