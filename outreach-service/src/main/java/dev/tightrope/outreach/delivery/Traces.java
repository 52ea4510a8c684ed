package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.email.EmailContent;
import dev.tightrope.outreach.trace.Shingles;
import dev.tightrope.outreach.trace.SubjectKey;
import java.util.Locale;
import java.util.Set;

/**
 * What a mail of ours is recognised by when it comes back without its ids.
 *
 * @param subjectKey its subject without prefixes
 * @param fromAddress whom it is from, lower case
 * @param shingles hashes of pieces of its text
 */
record Traces(String subjectKey, String fromAddress, Set<Long> shingles) {
    static Traces of(EmailContent content) {
        return new Traces(
                SubjectKey.of(content.subject()),
                content.from().address().toLowerCase(Locale.ROOT),
                Shingles.of(content.textBody()));
    }
}
