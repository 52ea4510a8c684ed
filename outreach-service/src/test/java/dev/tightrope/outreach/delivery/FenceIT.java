package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever happens between claim and dot: without the fence's word no dot. */
@QuarkusTest
class FenceIT {
    @Inject
    HandDelivery hand;

    @Inject
    Jdbi jdbi;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    @AfterEach
    void stop() {
        server.close();
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
        assertThat(outreach.published()).contains("dev.tightrope.outreach.email-withheld.v1");
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
    void bytesAlteredAfterRenderingAreNotSent() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        hand.change("rendered = rendered || 'x'::bytea", delivery);

        hand.attempt(delivery, server);

        assertThat(server.accepted()).isEmpty();
        assertThat(hand.state(delivery)).isEqualTo("PERMANENT");
    }

    private void assertWithheld(RunningOutreach outreach, Claim claim, AttentionReason why) {
        SmtpOutcome outcome = hand.handOver(claim, server);
        hand.settle(claim, outcome);

        assertThat(outcome).isInstanceOf(HeldBack.class);
        assertThat(server.accepted()).isEmpty();
        assertThat(hand.state(claim.id())).isEqualTo("CANCELLED");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
        assertThat(outreach.view().attention()).isEqualTo(why);
        assertThat(outreach.published()).contains("dev.tightrope.outreach.email-withheld.v1");
    }
}
