package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.HeldBack;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostAfterDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForGood;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForNow;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.trace.ProviderIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts on record what came of an attempt, and tells the outreach, in one transaction. */
@ApplicationScoped
class SettleMail {
    private static final Actor DELIVERY = Actor.system("delivery");

    private final Outreaches outreaches;
    private final OutreachMoves moves;
    private final Attempts attempts;
    private final MailSettings settings;
    private final AcceptanceTime acceptanceTime;
    private final Event<MailHandedOver> handedOver;
    private final Clock clock;

    SettleMail(
            Outreaches outreaches,
            OutreachMoves moves,
            Attempts attempts,
            MailSettings settings,
            AcceptanceTime acceptanceTime,
            Event<MailHandedOver> handedOver,
            Clock clock) {
        this.outreaches = outreaches;
        this.moves = moves;
        this.attempts = attempts;
        this.settings = settings;
        this.acceptanceTime = acceptanceTime;
        this.handedOver = handedOver;
        this.clock = clock;
    }

    @Transactional
    void settle(Claim claim, SmtpOutcome outcome) {
        // Before the delivery's row, like everybody who holds both.
        outreaches.lockAndGet(claim.outreachId());
        if (outcome instanceof Accepted accepted) {
            attempts.end(claim, AttemptOutcome.ACCEPTED, SmtpPhase.DOT, 250, accepted.reply());
            ProviderIds.inReply(accepted.reply()).ifPresent(id -> attempts.knownToProviderAs(claim, id));
            accepted(claim);
        } else if (outcome instanceof RefusedForNow refused) {
            attempts.end(claim, AttemptOutcome.REFUSED_FOR_NOW, refused.phase(), refused.code(), refused.reply());
            later(claim, refused.reply());
        } else if (outcome instanceof LostBeforeDot lost) {
            attempts.end(claim, AttemptOutcome.LOST_BEFORE_DOT, lost.phase(), null, lost.reason());
            later(claim, lost.reason());
        } else if (outcome instanceof RefusedForGood refused) {
            attempts.end(claim, AttemptOutcome.REFUSED_FOR_GOOD, refused.phase(), refused.code(), refused.reply());
            refusedForGood(claim, refused.reply(), refused.reply());
        } else if (outcome instanceof LostAfterDot lost) {
            attempts.end(claim, AttemptOutcome.LOST_AFTER_DOT, SmtpPhase.DOT, null, lost.reason());
            unknown(claim, lost.reason());
        } else if (outcome instanceof HeldBack held) {
            // The fence put on record what this means; here only the attempt ends.
            attempts.end(claim, AttemptOutcome.HELD_BACK, SmtpPhase.DATA, null, held.reason());
        }
    }

    private void accepted(Claim claim) {
        Instant now = clock.instant();
        switch (attempts.becameSent(claim, now)) {
            case IN_TIME ->
                tell(
                        claim,
                        new OutreachTrigger.MailAccepted(
                                claim.emailVersion(), claim.approvedHash(), claim.messageId(), claim.releasedAt(), now),
                        "the mail server accepted the e-mail");
            case AFTER_GIVEN_UP_AS_UNKNOWN ->
                tell(
                        claim,
                        new OutreachTrigger.UnknownOutcomeResolved(true, now),
                        "the mail server's answer turned up after all");
            case NOT_MINE -> {
                return;
            }
        }
        handedOver.fire(new MailHandedOver(claim.id(), true));
        acceptanceTime.record(Duration.between(claim.releasedAt(), now));
    }

    private void later(Claim claim, String reason) {
        Duration pause = Backoff.pause(claim.attempt(), settings.retryFirst(), settings.retryLongest());
        if (attempts.triedAgainLater(claim, pause, reason)) {
            return;
        }
        refusedForGood(claim, null, "given up after " + settings.giveUpAfter() + ", at last: " + reason);
    }

    private void refusedForGood(Claim claim, @Nullable String reply, String reason) {
        if (attempts.ended(claim, DeliveryState.PERMANENT, reason, clock.instant())) {
            tell(claim, new OutreachTrigger.MailRefusedForGood(reply, reason), "the mail server refused the e-mail");
        }
    }

    private void unknown(Claim claim, String reason) {
        if (attempts.ended(claim, DeliveryState.UNKNOWN, reason, clock.instant())) {
            handedOver.fire(new MailHandedOver(claim.id(), false));
            tell(
                    claim,
                    new OutreachTrigger.MailOutcomeUnknown(null, reason),
                    "the connection was lost after the final dot");
        }
    }

    /** What became of the mail of an earlier round stays with that mail: it says nothing about the one of this round. */
    private void tell(Claim claim, OutreachTrigger trigger, String cause) {
        if (outreaches.lockAndGet(claim.outreachId()).round() != claim.round()) {
            return;
        }
        moves.event(claim.outreachId(), DELIVERY, trigger, cause);
    }
}
