package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostAfterDot;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lost after the dot: never sent again by itself, and never silently lost. */
@QuarkusTest
class UnknownOutcomeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    HandDelivery hand;

    @Inject
    PassFence passFence;

    @Inject
    SettleLostMail settleLostMail;

    @Inject
    Deliveries deliveries;

    @Inject
    Jdbi jdbi;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMailThatNeverComesToTheDotReachesTheRepWhenItsTimeIsOver() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        hand.claim(delivery);
        hand.change("lease_until = '-infinity', give_up_at = '-infinity'", delivery);

        settleLostMail.find().stream()
                .filter(lost -> lost.id().equals(delivery))
                .forEach(settleLostMail::settle);

        // The application's own workers look for such mails, too.
        await().atMost(PATIENCE).until(() -> hand.state(delivery).equals("PERMANENT"));
        assertThat(outreach.view().state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
    }

    @Test
    void aClaimWhoseTimeIsOverIsNotTakenUpAgain() {
        UUID delivery = hand.released(RunningOutreach.voicemailLeft());
        hand.claim(delivery);
        hand.change("give_up_at = '-infinity'", delivery);

        assertThatThrownBy(() -> hand.claim(delivery)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void lostAfterTheDotIsUnknownAndNeverSentAgainByItself() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.drops(ScriptedSmtpServer.Step.DOT);

        assertThat(hand.attempt(delivery, server)).isInstanceOf(LostAfterDot.class);

        assertThat(hand.state(delivery)).isEqualTo("UNKNOWN");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.OUTCOME_UNKNOWN);
        assertThat(server.accepted()).hasSize(1);
        assertThat(hand.isOpen(delivery)).isFalse();
    }

    @Test
    void anUnknownOutcomeThatProvesSentIsNotSentAgain() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.drops(ScriptedSmtpServer.Step.DOT);
        hand.attempt(delivery, server);

        outreach.event(new OutreachTrigger.UnknownOutcomeResolved(true, Instant.parse("2026-11-02T09:00:00Z")));

        assertThat(hand.state(delivery)).isEqualTo("SENT");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.published()).contains("dev.tightrope.outreach.email-sent.v1");
        assertThat(server.accepted()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"an answer", "an automatic reply", "a report of a delay", "a report of delivery", "a copy"})
    void whatComesBackProvesThatItWasAccepted(String proof) {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.drops(ScriptedSmtpServer.Step.DOT);
        hand.attempt(delivery, server);
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.OUTCOME_UNKNOWN);

        post(comingBack(proof, column(delivery, "message_id"), outreach.executiveAddress()));

        assertThat(hand.state(delivery)).isEqualTo("SENT");
        assertThat(outreach.view().mailOut()).isTrue();
        assertThat(outreach.view().state())
                .isEqualTo(proof.equals("an answer") ? OutreachState.RESPONDED : OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.published()).contains("dev.tightrope.outreach.email-sent.v1");
        assertThat(server.accepted()).hasSize(1);
    }

    @Test
    void anAnswerOnlyAPersonRecognisedProvesItToo() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.drops(ScriptedSmtpServer.Step.DOT);
        hand.attempt(delivery, server);
        String inbound =
                post("From: Mia Lund <mia@" + outreach.executiveAddress().replaceFirst(".*@", "")
                        + ">\nTo: x@seller.example\nSubject: Exchangers\nMessage-ID: <" + UUID.randomUUID()
                        + "@x.example>\n\nCall me.\n");
        assertThat(hand.state(delivery)).isEqualTo("UNKNOWN");

        outreach.rep()
                .sends(Map.of("outreachId", outreach.id()))
                .post("/api/v1/inbound-messages/" + inbound + "/confirmation")
                .then()
                .statusCode(200);

        assertThat(hand.state(delivery)).isEqualTo("SENT");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.RESPONDED);
    }

    @Test
    void whatIsFoundOutBeneathAnAnswerCountsWhenTheOutreachComesBack() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.drops(ScriptedSmtpServer.Step.DOT);
        hand.attempt(delivery, server);
        outreach.rep()
                .sends(Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "Call me"))
                .post("/api/v1/outreaches/" + outreach.id() + "/responses")
                .then()
                .statusCode(201);
        assertThat(outreach.view().state()).isEqualTo(OutreachState.RESPONDED);

        outreach.event(new OutreachTrigger.UnknownOutcomeResolved(true, Instant.now()));

        assertThat(hand.state(delivery)).isEqualTo("SENT");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(outreach.view().mailOut()).isTrue();
    }

    private String column(UUID delivery, String column) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + column + " FROM delivery WHERE id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one());
    }

    private static String post(String message) {
        return User.admin("Provider Hook")
                .calls()
                .contentType("message/rfc822")
                .body(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String comingBack(String proof, String ours, String executive) {
        String head = "From: Mia Lund <mia@" + executive.replaceFirst(".*@", "")
                + ">\nTo: x@seller.example\nSubject: Re: a\n";
        String own = "Message-ID: <" + UUID.randomUUID() + "@x.example>\nReferences: " + ours + "\n";
        return switch (proof) {
            case "an answer" -> head + own + "\nCall me.\n";
            case "an automatic reply" -> head + own + "Auto-Submitted: auto-replied\n\nThank you for your mail.\n";
            case "a copy" -> head + "Message-ID: " + ours + "\n\nDear Karin\n";
            default ->
                report(
                        proof.endsWith("delay") ? "delayed\nStatus: 4.4.1" : "delivered\nStatus: 2.0.0",
                        ours,
                        executive);
        };
    }

    private static String report(String actionAndStatus, String ours, String executive) {
        return "From: MAILER-DAEMON@mx.example\nTo: x@seller.example\nSubject: Report\nMessage-ID: <"
                + UUID.randomUUID()
                + "@mx.example>\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=B\n\n"
                + "--B\n\nA report.\n--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
                + "Final-Recipient: rfc822; " + executive + "\nAction: " + actionAndStatus
                + "\n\n--B\nContent-Type: message/rfc822\n\nMessage-ID: " + ours + "\nSubject: s\n\nbody\n--B--\n";
    }

    @Test
    void anUnknownOutcomeThatProvesLostIsSentAgainAfterTheQuarantine() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.losesAfterDot();
        hand.attempt(delivery, server);

        outreach.event(new OutreachTrigger.UnknownOutcomeResolved(false, Instant.parse("2026-11-02T09:00:00Z")));

        assertThat(hand.state(delivery)).isEqualTo("QUEUED");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.SENDING_EMAIL);
        boolean rests = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT next_attempt_at >= dot_at + interval '15 minutes' FROM delivery WHERE id = :id")
                .bind("id", delivery)
                .mapTo(Boolean.class)
                .one());
        assertThat(rests).isTrue();
        server.behaves();
        assertThat(hand.attempt(delivery, server)).isInstanceOf(Accepted.class);
        assertThat(server.accepted()).hasSize(1);
    }

    @Test
    void aMailThatCameBackIsNotSentAgainWhileTheOneToTheRightAddressGoes() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID first = hand.released(outreach);
        server.drops(ScriptedSmtpServer.Step.DOT);
        hand.attempt(first, server);
        server.behaves();
        outreach.event(new OutreachTrigger.UnknownOutcomeResolved(false, Instant.now()));
        hand.change("next_attempt_at = 'infinity'", first);
        String wrong = outreach.executiveAddress();
        post(report("failed\nStatus: 5.1.1", column(first, "message_id"), wrong));
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.HARD_BOUNCE);
        assertThat(hand.state(first)).as("it had been accepted").isEqualTo("SENT");

        String right = "right." + wrong;
        outreach.rep()
                .sends(Map.of("email", right))
                .post("/api/v1/outreaches/" + outreach.id() + "/executive-correction")
                .then()
                .statusCode(200);

        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        assertThat(hand.isOpen(first)).isFalse();
        assertThat(server.accepted()).as("the first, once").hasSize(1);
        assertThat(SharedParts.mail().acceptedFor(right)).hasSize(1);
    }

    @Test
    void theFenceLetsNothingGoToAnAddressThatWasCorrected() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        Claim claim = hand.claim(delivery);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE outreach_round SET corrected_to = ? WHERE outreach_id = ?", "right@x.example", outreach.id()));

        assertThat(passFence.holdsBack(claim)).isPresent();

        assertThat(hand.state(delivery)).isEqualTo("CANCELLED");
        assertThat(outreach.view().mailDue()).as("the right one may still go").isTrue();
    }

    @Test
    void ofAMailThatIsSentAgainTheTimeToAcceptanceCountsFromWhenItWasDueAgain() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.losesAfterDot();
        hand.attempt(delivery, server);
        hand.change("released_at = released_at - interval '3 hours', dot_at = dot_at - interval '3 hours'", delivery);

        outreach.event(new OutreachTrigger.UnknownOutcomeResolved(false, Instant.parse("2026-11-02T09:00:00Z")));
        server.behaves();
        hand.attempt(delivery, server);

        assertThat(outreach.deliveries().getDouble("data[0].releaseToAcceptanceSeconds"))
                .isLessThan(60);
    }

    @Test
    void oneProvenAcceptedBeforeItWasSentAgainWasReleasedBeforeThat() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.losesAfterDot();
        hand.attempt(delivery, server);
        outreach.event(new OutreachTrigger.UnknownOutcomeResolved(false, Instant.parse("2026-11-02T09:00:00Z")));
        hand.change("next_attempt_at = 'infinity'", delivery);

        Deliveries.Proven proven = QuarkusTransaction.requiringNew()
                .call(() -> deliveries
                        .prove(delivery, column(delivery, "rendered_hash"))
                        .orElseThrow());

        assertThat(proven.releasedAt()).isEqualTo(Instant.parse(column(delivery, """
                to_char(dot_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""")));
    }

    @Test
    void aProcessKilledAtTheDotLeavesAnUnknownOutcome() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        Claim claim = hand.claim(delivery);
        assertThat(passFence.holdsBack(claim)).isEmpty();
        assertThat(hand.state(delivery)).isEqualTo("DOT_SENDING");

        hand.change("lease_until = clock_timestamp() - interval '1 second'", delivery);

        await().atMost(PATIENCE).until(() -> hand.state(delivery).equals("UNKNOWN"));
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.NEEDS_ATTENTION);
        assertThat(hand.isOpen(delivery)).isFalse();
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).isEmpty();
    }

    @Test
    void anAnswerThatTurnsUpLateIsStillTheTruth() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        Claim claim = hand.claim(delivery);
        passFence.holdsBack(claim);
        hand.change("lease_until = clock_timestamp() - interval '1 second'", delivery);
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.NEEDS_ATTENTION);

        hand.settle(claim, new Accepted("250 ok"));

        assertThat(hand.state(delivery)).isEqualTo("SENT");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }
}
