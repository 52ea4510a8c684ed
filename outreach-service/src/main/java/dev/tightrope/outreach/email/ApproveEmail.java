package dev.tightrope.outreach.email;

import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.events.EmailPrepared;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.lifecycle.TriggerKind;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.NotPossibleNow;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.story.Impact;
import dev.tightrope.outreach.story.Story;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Locks an e-mail that has no errors and tells voicemail-service what its script has to promise. */
@ApplicationScoped
class ApproveEmail {
    private static final Map<String, String> POINTERS = Map.of(
            "COMPETITOR_NOT_IN_SUBJECT",
            "/subject",
            "NO_SENDER",
            "/from",
            "NO_RECIPIENT",
            "/to",
            "RECIPIENT_SUPPRESSED",
            "/to");

    private final Outreaches outreaches;
    private final CompanyHolds holds;
    private final OutreachMoves moves;
    private final Emails emails;
    private final Approvals approvals;
    private final LookAround lookAround;
    private final Outbox outbox;

    ApproveEmail(
            Outreaches outreaches,
            CompanyHolds holds,
            OutreachMoves moves,
            Emails emails,
            Approvals approvals,
            LookAround lookAround,
            Outbox outbox) {
        this.outreaches = outreaches;
        this.holds = holds;
        this.moves = moves;
        this.emails = emails;
        this.approvals = approvals;
        this.lookAround = lookAround;
        this.outbox = outbox;
    }

    @Transactional
    void approve(UUID outreachId, Visibility who, Actor actor, String ifMatch) {
        outreaches.find(outreachId, who);
        OutreachView before = outreaches.lockAndGet(outreachId);
        DraftedEmail draft = emails.lock(outreachId, before.round());
        ETags.check(ifMatch, draft.version());
        Surroundings around = lookAround.of(before);
        // In another state the refusal of the life cycle says more than the findings would.
        if (before.state() == OutreachState.PREPARING_EMAIL) {
            holds.requireUncontested(outreachId);
            requireNoErrors(around.examine(draft));
        }
        int version = approvals.nextVersion(outreachId);
        EmailContent content = content(before, draft, around);
        ApprovedEmail approved = new ApprovedEmail(
                outreachId,
                before.round(),
                version,
                content,
                content.hash(),
                draft.language().tag(),
                who.me(),
                around.at());
        OutreachView after =
                moves.command(outreachId, who, actor, new OutreachTrigger.EmailApproved(version, approved.hash()));
        approvals.keep(approved, draft.businessUserRole());
        emails.lockBy(outreachId, before.round(), version);
        outbox.append(prepared(after, approved, draft, around));
    }

    /** Without an address there is nothing the life cycle could be asked about, so its refusal is given here. */
    private static EmailContent content(OutreachView outreach, DraftedEmail draft, Surroundings around) {
        Optional<Mailbox> from = around.from();
        Optional<Mailbox> to = around.to();
        if (from.isEmpty() || to.isEmpty()) {
            throw NotPossibleNow.of(
                    outreach.state(),
                    TriggerKind.EMAIL_APPROVED,
                    "The outreach is in " + outreach.state() + "; an e-mail can be approved in PREPARING_EMAIL.");
        }
        return new EmailContent(from.get(), to.get(), draft.subject(), draft.textBody(), draft.htmlBody());
    }

    private static void requireNoErrors(List<Finding> findings) {
        List<FieldError> errors = findings.stream()
                .filter(Finding::blocks)
                .map(finding -> new FieldError(
                        POINTERS.getOrDefault(finding.code(), "/textBody"),
                        finding.code() + ": " + finding.reason() + ". " + finding.remedy()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(
                    "email-has-errors",
                    "The e-mail cannot be approved before its errors are mended.",
                    errors,
                    Map.of("checks", findings));
        }
    }

    private static EmailPrepared prepared(
            OutreachView outreach, ApprovedEmail approved, DraftedEmail draft, Surroundings around) {
        Story story = around.story();
        List<String> names = Stream.concat(Stream.of(story.competitor().name()), story.competitor().aliases().stream())
                .toList();
        return new EmailPrepared(
                outreach.ref(),
                approved.version(),
                approved.hash(),
                draft.subject(),
                story.competitor().name(),
                names,
                draft.businessUserRole(),
                story.offering(),
                story.situation(),
                bestImpact(story),
                draft.language().tag(),
                around.rep().name(),
                around.rep().title(),
                around.rep().phone(),
                around.ourCompany().name(),
                approved.approvedAt(),
                approved.content().to().address(),
                approved.content().textBody());
    }

    /** One with a figure says more in the few seconds of a voicemail. */
    private static @Nullable String bestImpact(Story story) {
        return story.impacts().stream()
                .min(Comparator.comparing((Impact impact) -> impact.figure() == null))
                .map(GeneratedEmail::told)
                .orElse(null);
    }
}
