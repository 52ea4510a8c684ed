package dev.tightrope.outreach.email;

import java.util.ArrayList;
import java.util.List;

/** The competitor stands in the subject, where the executive sees it, and in both bodies, where the business user reads it. */
final class CompetitorNamed implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        List<Finding> findings = new ArrayList<>();
        String name = email.competitor().name();
        if (!email.competitor().isNamedIn(email.subject())) {
            findings.add(Finding.error(
                    "COMPETITOR_NOT_IN_SUBJECT",
                    "The subject does not name " + name,
                    "Name " + name + " in the subject: it is why the mail is opened"));
        }
        if (!email.competitor().isNamedIn(email.textBody())
                || !email.competitor().isNamedIn(HtmlBody.visibleText(email.htmlBody()))) {
            findings.add(Finding.error(
                    "COMPETITOR_NOT_IN_BODY",
                    "The body does not name " + name + " in both plain text and HTML",
                    "Say in the body what was done at " + name));
        }
        return findings;
    }
}
