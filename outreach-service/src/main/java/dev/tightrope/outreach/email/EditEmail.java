package dev.tightrope.outreach.email;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.lifecycle.OutreachLifecycle;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.lifecycle.TriggerKind;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes an e-mail. Changing a locked one reopens it first, which voids what was approved after it. */
@ApplicationScoped
class EditEmail {
    private final Outreaches outreaches;
    private final OutreachMoves moves;
    private final Emails emails;

    EditEmail(Outreaches outreaches, OutreachMoves moves, Emails emails) {
        this.outreaches = outreaches;
        this.moves = moves;
        this.emails = emails;
    }

    @Transactional
    void edit(UUID outreachId, Visibility who, Actor actor, String ifMatch, EmailChange change) {
        outreaches.find(outreachId, who);
        OutreachView outreach = outreaches.lockAndGet(outreachId);
        DraftedEmail draft = emails.lock(outreachId, outreach.round());
        ETags.check(ifMatch, draft.version());
        if (draft.isLocked()) {
            moves.command(outreachId, who, actor, new OutreachTrigger.EmailReopened("the e-mail was changed"));
        } else if (outreach.state() != OutreachState.PREPARING_EMAIL) {
            throw Problems.refused(
                    "email-not-open",
                    "The outreach is in " + outreach.state() + "; an e-mail can be changed in PREPARING_EMAIL, or be"
                            + " reopened until the voicemail is left.",
                    outreach.state().name(),
                    "EMAIL_CHANGED",
                    OutreachLifecycle.mustHappenFirst(outreach.state(), TriggerKind.EMAIL_REOPENED));
        }
        emails.change(changed(draft, change), who.me());
    }

    private static DraftedEmail changed(DraftedEmail draft, EmailChange change) {
        String text =
                change.textBody().replace("\r\n", "\n").replace('\r', '\n').strip();
        String html = ownHtml(draft, change);
        return new DraftedEmail(
                draft.outreachId(),
                draft.round(),
                draft.version(),
                change.businessUserRole() == null ? draft.businessUserRole() : change.businessUserRole(),
                change.language() == null ? draft.language() : EmailLanguage.nearest(change.language()),
                change.subject().strip(),
                text,
                html == null ? HtmlBody.ofText(text) : HtmlBody.sanitised(html),
                html != null,
                draft.approvedVersion(),
                draft.updatedAt());
    }

    /** HTML of the rep's own; what a client merely sends back as it was derived from the old text is none. */
    private static @Nullable String ownHtml(DraftedEmail draft, EmailChange change) {
        String html = change.htmlBody();
        boolean sentBack = !draft.htmlEdited() && draft.htmlBody().equals(html);
        return html == null || html.isBlank() || sentBack ? null : html;
    }
}
