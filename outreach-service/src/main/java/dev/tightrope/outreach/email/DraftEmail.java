package dev.tightrope.outreach.email;

import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.RoundBegun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Drafts the e-mail of a round as it begins, in the same transaction. */
@ApplicationScoped
class DraftEmail {
    private final Emails emails;
    private final LookAround lookAround;

    DraftEmail(Emails emails, LookAround lookAround) {
        this.emails = emails;
        this.lookAround = lookAround;
    }

    void on(@Observes RoundBegun begun) {
        OutreachView outreach = begun.outreach();
        EmailLanguage language = EmailLanguage.nearest(outreach.language());
        GeneratedEmail generated = lookAround.of(outreach).generate(outreach.businessUserRole(), language);
        emails.begin(outreach.id(), outreach.round(), outreach.businessUserRole(), language, generated);
    }
}
