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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens between claim and dot: without the fence's word no dot. */
@QuarkusTest
class FenceIT {
    private static final UUID OTHER_HOLD = UUID.randomUUID();

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
    void aSuppressedDomainOfTheCompanyHoldsTheDotBackWhateverTheExecutivesAddress() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        Claim claim = hand.claim(hand.released(outreach));

        String branch = "branch-" + UUID.randomUUID() + ".example";
        jdbi.useHandle(handle -> {
            handle.createUpdate("UPDATE prospect SET domains = domains || :branch WHERE id = :id")
                    .bindArray("branch", String.class, "sub." + branch)
                    .bind("id", outreach.view().prospectId())
                    .execute();
            handle.createUpdate("""
                            INSERT INTO suppression (id, kind, value, reason, source, created_at, updated_at)
                            VALUES (:id, 'DOMAIN', :domain, 'asked us', 'test', now(), now())
                            """)
                    .bind("id", UUID.randomUUID())
                    .bind("domain", branch)
                    .execute();
        });

        assertWithheld(outreach, claim, AttentionReason.SUPPRESSED);
    }

    @Test
    void aNumberOnTheListBetweenClaimAndDotHoldsTheDotBackToo() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        Claim claim = hand.claim(hand.released(outreach));

        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO suppression (id, kind, value, reason, source, created_at, updated_at)
                        SELECT :id, 'PHONE', phone, 'asked us', 'test', now(), now() FROM executive WHERE id = :executive
                        """)
                .bind("id", UUID.randomUUID())
                .bind("executive", UUID.fromString(outreach.executiveId()))
                .execute());
        try {
            assertWithheld(outreach, claim, AttentionReason.SUPPRESSED);
        } finally {
            // Other tests' executives may have that number.
            jdbi.useHandle(handle -> handle.execute(
                    "UPDATE suppression SET lifted_at = now() WHERE kind = 'PHONE' AND source = 'test'"));
        }
    }

    @Test
    void anotherHolderOfTheCompanyHoldsTheDotBack() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        Claim claim = hand.claim(hand.released(outreach));

        // As after a late answer: both hold the company and no manager said that both may.
        jdbi.useHandle(handle -> {
            handle.createUpdate("UPDATE company_hold SET exclusive = false WHERE outreach_id = :id")
                    .bind("id", outreach.id())
                    .execute();
            handle.createUpdate("""
                            UPDATE company_hold_key SET exclusive = false
                            WHERE hold_id = (SELECT id FROM company_hold WHERE outreach_id = :id)
                            """).bind("id", outreach.id()).execute();
            handle.createUpdate("""
                            INSERT INTO company_hold (id, outreach_id, prospect_id, owner_id, owner_name, company_name,
                                                      domains, exclusive, taken_at)
                            SELECT :other, :other, prospect_id, :other, 'Carl Colleague', company_name, domains, true, now()
                            FROM company_hold WHERE outreach_id = :id
                            """)
                    .bind("other", OTHER_HOLD)
                    .bind("id", outreach.id())
                    .execute();
            handle.createUpdate("""
                            INSERT INTO company_hold_key (hold_id, key, exclusive)
                            SELECT :other, key, true FROM company_hold_key
                            WHERE hold_id = (SELECT id FROM company_hold WHERE outreach_id = :id)
                            """)
                    .bind("other", OTHER_HOLD)
                    .bind("id", outreach.id())
                    .execute();
        });

        assertWithheld(outreach, claim, AttentionReason.COMPANY_HELD);
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
    void aStoryThatTurnsOutToBeAboutTheirCompanyBetweenClaimAndDotHoldsTheDotBack() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        Claim claim = hand.claim(hand.released(outreach));

        // Straight into the table: the fence may not rely on the outreach having followed already.
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO prospect (id, name, domains, parent_id, separate, created_at, created_by, updated_at,
                                              updated_by, version)
                        VALUES (:id, 'Nordstrom Kyl Holding Ltd', '{}', :parent, false, now(), :id, now(), :id, 1)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("parent", outreach.view().prospectId())
                .execute());

        assertWithheld(outreach, claim, AttentionReason.STORY_ABOUT_THEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"approved_hash = repeat('0', 64)", "round = round + 1"})
    void aMailOfAnotherApprovalOrRoundThanTheOneThatIsDueIsHeldBack(String another) {
        UUID delivery = hand.released(RunningOutreach.voicemailLeft());
        hand.change(another, delivery);

        assertThat(hand.attempt(delivery, server)).isInstanceOf(HeldBack.class);
        assertThat(server.accepted()).isEmpty();
        assertThat(hand.state(delivery)).isEqualTo("CANCELLED");
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
