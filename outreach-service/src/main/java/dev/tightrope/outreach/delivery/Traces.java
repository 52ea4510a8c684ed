package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.email.EmailContent;
import dev.tightrope.outreach.trace.Shingles;
import dev.tightrope.outreach.trace.SubjectKey;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;

/**
 * What a mail of ours is recognised by when it comes back without its ids.
 *
 * @param subjectKey its subject without prefixes
 * @param fromAddress whom it is from, lower case
 * @param shingles hashes of pieces of its text
 */
record Traces(String subjectKey, String fromAddress, Set<Long> shingles) {
    static Traces of(EmailContent content) {
        return of(content.subject(), content.from().address(), content.textBody(), content.htmlBody());
    }

    /** Programs quote what they show: of both bodies that may be either, and a rep's own HTML may say something else. */
    static Traces of(String subject, String from, String text, String html) {
        Set<Long> shingles = new LinkedHashSet<>(Shingles.of(text));
        shingles.addAll(Shingles.of(Jsoup.parse(html).text()));
        return new Traces(SubjectKey.of(subject), from.toLowerCase(Locale.ROOT), shingles);
    }
}
