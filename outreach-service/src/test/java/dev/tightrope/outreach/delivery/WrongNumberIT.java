package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostAfterDot;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody else heard the voicemail: its mail is stopped, and goes once when the right person was called. */
@QuarkusTest
class WrongNumberIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    HandDelivery hand;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private RunningOutreach outreach;

    @BeforeEach
    void called() {
        outreach = RunningOutreach.voicemailLeft();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void beforeTheDotTheMailIsHeldBackAndGoesOnceAfterTheRightCall() {
        Claim claim = hand.claim(hand.released(outreach));
        foundWrong();

        assertThat(hand.handOver(claim, server)).isInstanceOf(HeldBack.class);
        assertThat(server.accepted()).isEmpty();
        assertThat(hand.state(claim.id())).isEqualTo("CANCELLED");
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.WRONG_NUMBER);
        assertThat(outreach.published())
                .contains("dev.tightrope.outreach.attention-needed.v1")
                .as("nobody who was promised anything goes without it")
                .doesNotContain("dev.tightrope.outreach.email-withheld.v1");

        numberCorrected();
        callAgain();

        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).hasSize(1);
    }

    @Test
    void whatPassedTheFenceHasWon() {
        Claim claim = hand.claim(hand.released(outreach));
        SmtpOutcome outcome = hand.handOver(claim, server);
        foundWrong();
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.WRONG_NUMBER);

        hand.settle(claim, outcome);

        assertThat(outcome).isInstanceOf(Accepted.class);
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.view().mailOut()).isTrue();
        assertThat(outreach.published()).contains("dev.tightrope.outreach.email-sent.v1");
    }

    @Test
    void acceptedAfterTheNumberWasCorrectedItIsNotSentAgainByTheNextCall() {
        Claim claim = hand.claim(hand.released(outreach));
        SmtpOutcome outcome = hand.handOver(claim, server);
        foundWrong();
        numberCorrected();
        hand.settle(claim, outcome);
        assertThat(outreach.view().state()).isEqualTo(OutreachState.READY_TO_CALL);

        callAgain();

        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.view().mailOut()).isTrue();
        assertThat(server.accepted()).hasSize(1);
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).isEmpty();
    }

    @Test
    void ifNobodyKnowsWhetherItWasAcceptedTheNextCallAsksAndSendsNothing() {
        server.drops(ScriptedSmtpServer.Step.DOT);
        Claim claim = hand.claim(hand.released(outreach));
        SmtpOutcome outcome = hand.handOver(claim, server);
        foundWrong();
        hand.settle(claim, outcome);
        assertThat(outcome).isInstanceOf(LostAfterDot.class);
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.WRONG_NUMBER);
        numberCorrected();

        callAgain();

        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.OUTCOME_UNKNOWN);
        assertThat(hand.state(claim.id())).isEqualTo("UNKNOWN");
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).isEmpty();
    }

    private void foundWrong() {
        outreach.event(new OutreachTrigger.WrongNumberFound(outreach.attemptId(), outreach.phone()));
    }

    private void numberCorrected() {
        outreach.rep()
                .sends(Map.of("phone", outreach.phone(), "rightAfterAll", true))
                .post("/api/v1/outreaches/" + outreach.id() + "/executive-correction")
                .then()
                .statusCode(200);
        assertThat(outreach.view().state()).isEqualTo(OutreachState.READY_TO_CALL);
    }

    private void callAgain() {
        UUID attempt = UUID.randomUUID();
        Instant now = outreach.view().updatedAt();
        outreach.event(new OutreachTrigger.VoicemailLeft(attempt, outreach.emailVersion(), outreach.emailHash(), now));
        outreach.event(new OutreachTrigger.EmailReleased(attempt, outreach.emailVersion(), outreach.emailHash(), now));
    }
}
