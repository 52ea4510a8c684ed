package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostAfterDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForGood;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForNow;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At most once, and never silently lost. */
@QuarkusTest
class DeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    HandDelivery hand;

    @Inject
    PassFence passFence;

    @Inject
    SentMails sentMails;

    @Inject
    Jdbi jdbi;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aReleasedMailIsHandedOverAtOnceAndOnce() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        OutreachTrigger release = outreach.release();

        outreach.event(release);
        outreach.event(release);

        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).hasSize(1);
        JsonPath deliveries = outreach.deliveries();
        assertThat(deliveries.getList("data")).hasSize(1);
        assertThat(deliveries.getString("data[0].state")).isEqualTo("SENT");
        assertThat(deliveries.getString("data[0].approvedHash")).isEqualTo(outreach.emailHash());
        assertThat(deliveries.getList("data[0].attempts.outcome")).containsExactly("ACCEPTED");
        assertThat(published(outreach)).contains("dev.tightrope.outreach.email-sent.v1");
    }

    @Test
    void whatIsSentIsWhatWasApproved() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);

        hand.attempt(delivery, server);

        String mail = server.accepted().get(0);
        JsonPath shown = outreach.deliveries();
        assertThat(MessageIds.sha256(mail.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(shown.getString("data[0].sentHash"));
        assertThat(mail)
                .contains("Message-ID: " + shown.getString("data[0].messageId"))
                .contains("To: Karin Berg <" + outreach.executiveAddress() + ">")
                .containsPattern("Reply-To: Rolf Rep <[^>]+\\+[a-z2-9]{16}@[^>]+>")
                .doesNotContain("List-Unsubscribe");
    }

    @Test
    void beforeTheReleaseThereIsNothingToSend() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();

        assertThat(outreach.deliveries().getList("data")).isEmpty();
        assertThat(outreach.view().mailDue()).isFalse();
    }

    @Test
    void anIntentForgedBeforeTheReleaseIsHeldBack() {
        RunningOutreach template = RunningOutreach.voicemailLeft();
        UUID source = hand.released(template);
        RunningOutreach victim = RunningOutreach.voicemailLeft();
        UUID forged = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO delivery (id, outreach_id, round, recipient, email_version, approved_hash, sender,
                            rendered, rendered_hash, message_id, reply_token, state, next_attempt_at, give_up_at,
                            released_at, created_at)
                        SELECT :id, :victim, 1, :recipient, 1, :hash, sender, rendered, rendered_hash, :id::text, :id::text,
                               'QUEUED', 'infinity', give_up_at, released_at, created_at
                        FROM delivery WHERE id = :source
                        """)
                .bind("id", forged)
                .bind("victim", victim.id())
                .bind("recipient", victim.executiveAddress())
                .bind("hash", victim.emailHash())
                .bind("source", source)
                .execute());

        assertThat(hand.attempt(forged, server)).isInstanceOf(HeldBack.class);
        assertThat(server.accepted()).isEmpty();
        assertThat(hand.state(forged)).isEqualTo("CANCELLED");
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
        assertThat(claimable(delivery)).isFalse();
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
        assertThat(published(outreach)).contains("dev.tightrope.outreach.email-sent.v1");
        assertThat(server.accepted()).hasSize(1);
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
    void aProcessKilledAtTheDotLeavesAnUnknownOutcome() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        Claim claim = hand.claim(delivery);
        assertThat(passFence.holdsBack(claim)).isEmpty();
        assertThat(hand.state(delivery)).isEqualTo("DOT_SENDING");

        hand.change("lease_until = clock_timestamp() - interval '1 second'", delivery);

        await().atMost(PATIENCE).until(() -> hand.state(delivery).equals("UNKNOWN"));
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.NEEDS_ATTENTION);
        assertThat(claimable(delivery)).isFalse();
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

    @Test
    void manySendersOfOneMailSendOne() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        Claim claim = hand.claim(delivery);

        List<SmtpOutcome> outcomes = IntStream.range(0, 8)
                .parallel()
                .mapToObj(ghost -> hand.handOver(claim, server))
                .toList();

        assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(server.accepted()).hasSize(1);
    }

    @Test
    void aWorkerWhoseLeaseEndedCannotPassTheFence() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        Claim frozen = hand.claim(delivery);
        Claim successor = hand.claim(delivery);

        SmtpOutcome late = hand.handOver(frozen, server);
        hand.settle(frozen, late);
        SmtpOutcome inTime = hand.handOver(successor, server);
        hand.settle(successor, inTime);

        assertThat(late).isInstanceOf(HeldBack.class);
        assertThat(inTime).isInstanceOf(Accepted.class);
        assertThat(server.accepted()).hasSize(1);
        assertThat(hand.state(delivery)).isEqualTo("SENT");
    }

    @Test
    void anOptOutBetweenClaimAndDotHoldsTheDotBack() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        Claim claim = hand.claim(hand.released(outreach));

        outreach.event(new OutreachTrigger.OptOut("asked on the phone"));

        assertThat(hand.handOver(claim, server)).isInstanceOf(HeldBack.class);
        assertThat(server.accepted()).isEmpty();
        assertThat(hand.state(claim.id())).isEqualTo("CANCELLED");
        assertThat(published(outreach)).contains("dev.tightrope.outreach.email-withheld.v1");
    }

    @Test
    void aSuppressionBetweenClaimAndDotHoldsTheDotBack() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        Claim claim = hand.claim(hand.released(outreach));

        // Straight into the table: the fence may not rely on the outreach having followed already.
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO suppression (id, kind, value, reason, source, created_at, updated_at)
                        VALUES (:id, 'EMAIL', :address, 'asked us', 'test', now(), now())
                        """)
                .bind("id", UUID.randomUUID())
                .bind("address", outreach.executiveAddress())
                .execute());

        assertWithheld(outreach, claim, AttentionReason.SUPPRESSED);
    }

    @Test
    void aPermissionThatEndsBetweenClaimAndDotHoldsTheDotBack() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        Claim claim = hand.claim(hand.released(outreach));

        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE success_story SET permission_ended_at = now() - interval '1 second' WHERE id = :id")
                .bind("id", UUID.fromString(outreach.storyId()))
                .execute());

        assertWithheld(outreach, claim, AttentionReason.PERMISSION_ENDED);
    }

    @Test
    void anOutreachClosedBetweenClaimAndDotHoldsTheDotBack() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        Claim claim = hand.claim(hand.released(outreach));

        outreach.event(new OutreachTrigger.Cancelled("they were bought"));

        assertThat(hand.handOver(claim, server)).isInstanceOf(HeldBack.class);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    void refusedForNowIsTriedAgain() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.answersOnce(ScriptedSmtpServer.Step.DOT, "451 later");

        assertThat(hand.attempt(delivery, server)).isInstanceOf(RefusedForNow.class);
        assertThat(hand.state(delivery)).isEqualTo("TEMPORARY");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.SENDING_EMAIL);

        assertThat(hand.attempt(delivery, server)).isInstanceOf(Accepted.class);
        assertThat(server.accepted()).hasSize(1);
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void lostBeforeTheDotIsTriedAgain() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.dropsOnce(ScriptedSmtpServer.Step.DATA);

        assertThat(hand.attempt(delivery, server)).isInstanceOf(LostBeforeDot.class);
        assertThat(hand.state(delivery)).isEqualTo("TEMPORARY");

        assertThat(hand.attempt(delivery, server)).isInstanceOf(Accepted.class);
        assertThat(server.accepted()).hasSize(1);
    }

    @Test
    void whatIsRefusedTooLongNeedsAttention() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        hand.change("give_up_at = clock_timestamp()", delivery);
        server.answers(ScriptedSmtpServer.Step.MAIL, "451 later");

        hand.attempt(delivery, server);

        assertThat(hand.state(delivery)).isEqualTo("PERMANENT");
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.REFUSED);
    }

    @Test
    void refusedForGoodNeedsAttention() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.answers(ScriptedSmtpServer.Step.RCPT, "550 no such user");

        assertThat(hand.attempt(delivery, server)).isInstanceOf(RefusedForGood.class);

        assertThat(hand.state(delivery)).isEqualTo("PERMANENT");
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.REFUSED);
        assertThat(published(outreach)).contains("dev.tightrope.outreach.email-failed.v1");
    }

    @Test
    void bytesAlteredAfterRenderingAreNotSent() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        hand.change("rendered = rendered || 'x'::bytea", delivery);

        hand.attempt(delivery, server);

        assertThat(server.accepted()).isEmpty();
        assertThat(hand.state(delivery)).isEqualTo("PERMANENT");
    }

    @Test
    void aCorrectedAddressGetsTheApprovedContentOnceAndTheWaitStartsAnew() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        int firstWait = outreach.view().waitNumber();
        outreach.event(new OutreachTrigger.HardBounce(outreach.executiveAddress(), "5.1.1", "no such user"));
        assertThat(outreach.view().state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
        String corrected = "k." + outreach.executiveAddress();

        outreach.rep()
                .sends(Map.of("email", corrected))
                .post("/api/v1/outreaches/" + outreach.id() + "/executive-correction")
                .then()
                .statusCode(200);

        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        assertThat(SharedParts.mail().acceptedFor(corrected)).hasSize(1);
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).hasSize(1);
        assertThat(outreach.view().waitNumber()).isGreaterThan(firstWait);
        assertThat(outreach.deliveries().getList("data.approvedHash"))
                .hasSize(2)
                .containsOnly(outreach.emailHash());
    }

    @Test
    void ourMailIsFoundByItsMessageIdAndReplyToken() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        String messageId = outreach.deliveries().getString("data[0].messageId");
        String token = jdbi.withHandle(handle -> handle.createQuery("SELECT reply_token FROM delivery WHERE id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one());

        assertThat(sentMails.byMessageId(messageId)).hasValueSatisfying(mail -> {
            assertThat(mail.outreachId()).isEqualTo(outreach.id());
            assertThat(mail.round()).isEqualTo(1);
        });
        assertThat(sentMails.byMessageId(messageId.substring(1, messageId.length() - 1)))
                .isPresent();
        assertThat(sentMails.byReplyToken(token.toUpperCase(java.util.Locale.ROOT)))
                .hasValueSatisfying(mail -> assertThat(mail.outreachId()).isEqualTo(outreach.id()));
        assertThat(sentMails.byReplyToken("nobody")).isEmpty();
    }

    private void assertWithheld(RunningOutreach outreach, Claim claim, AttentionReason why) {
        SmtpOutcome outcome = hand.handOver(claim, server);
        hand.settle(claim, outcome);

        assertThat(outcome).isInstanceOf(HeldBack.class);
        assertThat(server.accepted()).isEmpty();
        assertThat(hand.state(claim.id())).isEqualTo("CANCELLED");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
        assertThat(outreach.view().attention()).isEqualTo(why);
        assertThat(published(outreach)).contains("dev.tightrope.outreach.email-withheld.v1");
    }

    private boolean claimable(UUID delivery) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT state IN ('QUEUED', 'TEMPORARY', 'CLAIMED') FROM delivery WHERE id = :id")
                .bind("id", delivery)
                .mapTo(Boolean.class)
                .one());
    }

    private List<String> published(RunningOutreach outreach) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT type FROM outbox_event WHERE aggregate_id = :id")
                .bind("id", outreach.id())
                .mapTo(String.class)
                .list());
    }
}
