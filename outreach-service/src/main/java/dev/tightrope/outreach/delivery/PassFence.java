package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.outreach.StoryAboutCompany;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The last look before the final dot. With the outreach's row locked, so that it cannot be closed meanwhile, one
 * statement checks the lease, suppression and permission and puts DOT_SENDING on record. No row, no dot.
 */
@ApplicationScoped
class PassFence {
    private final Outreaches outreaches;
    private final OutreachMoves moves;
    private final CompanyHolds holds;
    private final StoryAboutCompany aboutCompany;
    private final Deliveries deliveries;
    private final Jdbi jdbi;
    private final MailSettings settings;
    private final Clock clock;

    PassFence(
            Outreaches outreaches,
            OutreachMoves moves,
            CompanyHolds holds,
            StoryAboutCompany aboutCompany,
            Deliveries deliveries,
            Jdbi jdbi,
            MailSettings settings,
            Clock clock) {
        this.outreaches = outreaches;
        this.moves = moves;
        this.holds = holds;
        this.aboutCompany = aboutCompany;
        this.deliveries = deliveries;
        this.jdbi = jdbi;
        this.settings = settings;
        this.clock = clock;
    }

    /** Why the dot may not be sent; empty if it may, which is then committed. */
    @Transactional(TxType.REQUIRES_NEW)
    Optional<String> holdsBack(Claim claim) {
        OutreachView outreach = outreaches.lockAndGet(claim.outreachId());
        if (!outreach.mailDue()
                || outreach.round() != claim.round()
                || !claim.approvedHash().equals(outreach.emailHash())) {
            return Optional.of(cancelled(claim, "the outreach is " + outreach.state() + " and its e-mail not due"));
        }
        if (outreach.correctedTo() != null && !claim.recipient().equalsIgnoreCase(outreach.correctedTo())) {
            deliveries.cancel(claim.id(), "the address was corrected");
            return Optional.of("the e-mail goes to another address by now");
        }
        Optional<String> otherHolder = otherHolder(claim.outreachId());
        if (otherHolder.isPresent()) {
            return Optional.of(
                    withheld(claim, AttentionReason.COMPANY_HELD, otherHolder.get() + " holds the company too"));
        }
        if (aboutCompany.isAbout(outreach.storyId(), outreach.prospectId())) {
            return Optional.of(withheld(
                    claim,
                    AttentionReason.STORY_ABOUT_THEM,
                    "The story is about their own company: it is never told there"));
        }
        return jdbi.withHandle(handle -> putOnRecord(handle, claim, outreach)
                ? Optional.empty()
                : Optional.of(refused(handle, claim, outreach)));
    }

    private boolean putOnRecord(Handle handle, Claim claim, OutreachView outreach) {
        int passed = handle.createUpdate("""
                        UPDATE delivery
                        SET state = 'DOT_SENDING', dot_at = clock_timestamp(),
                            lease_until = clock_timestamp() + make_interval(secs => :lease)
                        WHERE id = :id AND state = 'CLAIMED' AND attempt = :attempt AND claimed_by = :worker
                          AND lease_until > clock_timestamp()
                          AND NOT executive_suppressed(:executive, recipient)
                          AND story_may_be_named(:story, :now)
                        """)
                .bind("id", claim.id())
                .bind("attempt", claim.attempt())
                .bind("worker", claim.worker())
                .bind("executive", outreach.executiveId())
                .bind("story", outreach.storyId())
                .bind("now", clock.instant())
                // The worker gives up before its lease does, so that nobody settles what it still waits for.
                .bind(
                        "lease",
                        settings.smtp().dotTimeout().plus(settings.lease()).toMillis() / 1000.0)
                .execute();
        if (passed == 1) {
            handle.createUpdate("""
                            UPDATE delivery_attempt SET dot_at = clock_timestamp()
                            WHERE delivery_id = :id AND attempt = :attempt
                            """)
                    .bind("id", claim.id())
                    .bind("attempt", claim.attempt())
                    .execute();
        }
        return passed == 1;
    }

    private String refused(Handle handle, Claim claim, OutreachView outreach) {
        return handle.createQuery("""
                        SELECT d.state = 'CLAIMED' AND d.attempt = :attempt AND d.claimed_by = :worker
                                   AND d.lease_until > clock_timestamp() AS mine,
                               executive_suppressed(:executive, d.recipient) AS suppressed
                        FROM delivery d WHERE d.id = :id
                        """)
                .bind("id", claim.id())
                .bind("attempt", claim.attempt())
                .bind("worker", claim.worker())
                .bind("executive", outreach.executiveId())
                .map((row, context) -> {
                    if (!row.getBoolean("mine")) {
                        return "the lease was lost";
                    }
                    return row.getBoolean("suppressed")
                            ? withheld(
                                    claim, AttentionReason.SUPPRESSED, "The executive must not be contacted any more")
                            : withheld(claim, AttentionReason.PERMISSION_ENDED, "The story may not be told any more");
                })
                .one();
    }

    private Optional<String> otherHolder(UUID outreachId) {
        return holds.ofOutreach(outreachId)
                .filter(Hold::contested)
                .flatMap(own -> holds.others(own).stream().findFirst())
                .map(Hold::ownerName);
    }

    private String withheld(Claim claim, AttentionReason why, String detail) {
        cancelled(claim, detail);
        moves.event(
                claim.outreachId(),
                Actor.system("delivery"),
                new OutreachTrigger.MailWithheld(why, detail),
                "checked just before the mail was handed over");
        return detail;
    }

    private String cancelled(Claim claim, String reason) {
        deliveries.cancel(claim.outreachId(), claim.round(), reason);
        return reason;
    }
}
