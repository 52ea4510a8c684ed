package dev.tightrope.outreach.email;

import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
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
    void edit(UUID outreachId, Visibility who, Actor actor, @Nullable String ifMatch, EmailChange change) {
        outreaches.find(outreachId, who);
        OutreachView outreach = outreaches.lockAndGet(outreachId);
        DraftedEmail draft = emails.lock(outreachId, outreach.round());
        ETags.check(ifMatch, draft.version());
        requireFit(change);
        if (draft.isLocked()) {
            moves.command(outreachId, who, actor, new OutreachTrigger.EmailReopened("the e-mail was changed"));
        } else if (outreach.state() != OutreachState.PREPARING_EMAIL) {
            throw Problems.conflict(
                    "email-not-open",
                    "The outreach is in " + outreach.state() + "; an e-mail can be changed in PREPARING_EMAIL, or be"
                            + " reopened until the voicemail is left.");
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

    private static void requireFit(EmailChange change) {
        List<FieldError> errors = new ArrayList<>();
        if (!HeaderText.isSafe(change.subject().strip())) {
            errors.add(new FieldError("/subject", "must be one line without control characters"));
        }
        if (change.textBody().chars().anyMatch(STRANGE)) {
            errors.add(new FieldError("/textBody", "must not hold control characters other than tabs and line ends"));
        }
        String html = change.htmlBody();
        if (html != null && html.chars().anyMatch(STRANGE)) {
            errors.add(new FieldError("/htmlBody", "must not hold control characters other than tabs and line ends"));
        }
        String role = change.businessUserRole();
        if (role != null && (role.isBlank() || !HeaderText.isSafe(role))) {
            errors.add(new FieldError("/businessUserRole", "must be one line that names a role"));
        }
        String language = change.language();
        if (language != null && !EmailLanguage.isSupported(language)) {
            errors.add(new FieldError("/language", "must be en, sv, de, fr or es"));
        }
        if (!errors.isEmpty()) {
            throw Problems.unprocessable("email-invalid", errors);
        }
    }

    private static final IntPredicate STRANGE =
            character -> character < ' ' && character != '\n' && character != '\r' && character != '\t';
}
