package dev.tightrope.outreach.email;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail of a round as the rep works on it. From and To are not part of it: they follow the rep's profile and the
 * executive until approval locks them.
 *
 * @param outreachId the outreach
 * @param round its round
 * @param version counts the changes, from 1; its ETag
 * @param businessUserRole role it is written for
 * @param language its language
 * @param subject subject line
 * @param textBody plain text
 * @param htmlBody HTML
 * @param htmlEdited whether the HTML is the rep's own and no longer follows the text
 * @param approvedVersion the approval in force; null while it is open
 * @param updatedAt when it last changed
 */
record DraftedEmail(
        UUID outreachId,
        int round,
        long version,
        String businessUserRole,
        EmailLanguage language,
        String subject,
        String textBody,
        String htmlBody,
        boolean htmlEdited,
        @Nullable Integer approvedVersion,
        Instant updatedAt) {

    boolean isLocked() {
        return approvedVersion != null;
    }

    /** With another signature in place of this one, wherever it stands as it was. */
    DraftedEmail signed(String before, String now) {
        String text = textBody.replace(before, now);
        String html =
                htmlEdited ? htmlBody.replace(HtmlBody.linesOf(before), HtmlBody.linesOf(now)) : HtmlBody.ofText(text);
        return new DraftedEmail(
                outreachId,
                round,
                version,
                businessUserRole,
                language,
                subject,
                text,
                html,
                htmlEdited,
                approvedVersion,
                updatedAt);
    }
}
