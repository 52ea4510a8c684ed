package dev.tightrope.outreach.email;

import dev.tightrope.outreach.outreach.ApprovalsVoided;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Opens a locked e-mail again when the outreach moves back to preparing it, whatever led to that. */
@ApplicationScoped
class VoidApproval {
    private final Emails emails;
    private final Approvals approvals;
    private final SignAnew signAnew;

    VoidApproval(Emails emails, Approvals approvals, SignAnew signAnew) {
        this.emails = emails;
        this.approvals = approvals;
        this.signAnew = signAnew;
    }

    void on(@Observes ApprovalsVoided voided) {
        approvals.voidOf(voided.outreach().id(), voided.outreach().round(), voided.reason());
        emails.lockBy(voided.outreach().id(), voided.outreach().round(), null);
        signAnew.sign(voided.outreach());
    }
}
