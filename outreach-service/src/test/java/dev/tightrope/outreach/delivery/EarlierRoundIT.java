package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the mail of an earlier round, while that of the next one is on its way. */
@QuarkusTest
class EarlierRoundIT {
    @Inject
    HandDelivery hand;

    @Inject
    OutreachMoves moves;

    @Inject
    SettleLostMail settleLostMail;

    @Inject
    ProveAcceptance proveAcceptance;

    @Inject
    Jdbi jdbi;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theAnswerOfTheMailServerSaysNothingAboutTheMailOfThisRound() {
        for (SmtpOutcome late : List.of(
                new Accepted("250 ok"),
                new SmtpOutcome.RefusedForGood(SmtpPhase.DOT, 550, "550 no"),
                new SmtpOutcome.LostAfterDot("connection reset"))) {
            RunningOutreach outreach = RunningOutreach.voicemailLeft();
            Claim first = hand.claim(hand.released(outreach));
            assertThat(hand.handOver(first, server)).isInstanceOf(Accepted.class);
            releaseSecondRound(outreach);

            hand.settle(first, late);

            assertUnmoved(outreach);
            assertThat(hand.isOpen(first.id())).as("its own outcome is known").isFalse();
        }
    }

    @Test
    void aProcessThatEndedAtTheDotOfTheEarlierMailDoesNotStopThisOne() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID first = hand.released(outreach);
        assertThat(hand.handOver(hand.claim(first), server)).isInstanceOf(Accepted.class);
        releaseSecondRound(outreach);
        hand.change("lease_until = '-infinity'", first);

        settleLostMail.find().stream().filter(lost -> lost.id().equals(first)).forEach(settleLostMail::settle);

        assertThat(hand.state(first)).isEqualTo("UNKNOWN");
        assertUnmoved(outreach);
    }

    @Test
    void aProofThatTheEarlierMailWasAcceptedSettlesNothingOfThisOne() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        assertThat(hand.handOver(hand.claim(hand.released(outreach)), server)).isInstanceOf(Accepted.class);
        releaseSecondRound(outreach);
        server.drops(ScriptedSmtpServer.Step.DOT);
        hand.attempt(deliveryOfRound(outreach, 2), server);
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.OUTCOME_UNKNOWN);

        proveAcceptance.ofRound(outreach.id(), 1, Actor.system("test"), "an answer to the first mail");
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.OUTCOME_UNKNOWN);

        proveAcceptance.ofRound(outreach.id(), 2, Actor.system("test"), "an answer to the second mail");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    private UUID deliveryOfRound(RunningOutreach outreach, int round) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT id FROM delivery WHERE outreach_id = :id AND round = :round")
                        .bind("id", outreach.id())
                        .bind("round", round)
                        .mapTo(UUID.class)
                        .one());
    }

    private static void assertUnmoved(RunningOutreach outreach) {
        assertThat(outreach.view().round()).isEqualTo(2);
        assertThat(outreach.view().state()).isEqualTo(OutreachState.SENDING_EMAIL);
        assertThat(outreach.view().mailOut()).isFalse();
    }

    private void releaseSecondRound(RunningOutreach outreach) {
        outreach.event(new OutreachTrigger.ExecutiveSuppressed("a number that was somebody else's"));
        outreach.event(new OutreachTrigger.CalledAgain(UUID.fromString(outreach.storyId()), null));
        outreach.approveEmail();
        int version = outreach.emailVersion();
        String hash = outreach.emailHash();
        UUID attempt = UUID.randomUUID();
        outreach.event(new OutreachTrigger.ScriptApproved(2, version, hash));
        outreach.event(new OutreachTrigger.VoicemailLeft(attempt, version, hash, Instant.now()));
        QuarkusTransaction.requiringNew().run(() -> {
            moves.event(
                    outreach.id(),
                    Actor.system("test"),
                    new OutreachTrigger.EmailReleased(attempt, version, hash, Instant.now()),
                    "a test says so");
            jdbi.useHandle(handle -> handle.createUpdate(
                            "UPDATE delivery SET next_attempt_at = 'infinity' WHERE outreach_id = :id AND round = 2")
                    .bind("id", outreach.id())
                    .execute());
        });
    }
}
