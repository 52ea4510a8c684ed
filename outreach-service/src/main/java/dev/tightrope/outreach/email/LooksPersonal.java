package dev.tightrope.outreach.email;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The mail looks like one person's mail to another. */
final class LooksPersonal implements EmailCheck {

    private static final int MOST_LINKS = 2;
    private static final Pattern BARE_LINK = Pattern.compile("(?i)\\bhttps?://\\S+");
    private static final Pattern TRACKING =
            Pattern.compile("(?i)[?&](utm_|mc_[ce]id|_hs|trk|mkt_tok)|/(track|click|open)/");

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        Document html = Jsoup.parse(email.htmlBody());
        List<String> links = html.select("a[href]").eachAttr("href");
        List<String> bare = BARE_LINK
                .matcher(email.textBody())
                .results()
                .map(MatchResult::group)
                .toList();
        List<Finding> findings = new ArrayList<>();
        if (Math.max(links.size(), bare.size()) > MOST_LINKS) {
            findings.add(
                    looksLikeBulk("more than " + MOST_LINKS + " links", "Keep the one link that helps the reader"));
        }
        if (!html.select("img").isEmpty()) {
            findings.add(looksLikeBulk("images", "Leave the images out"));
        }
        if (Stream.concat(links.stream(), bare.stream())
                .anyMatch(link -> TRACKING.matcher(link).find())) {
            findings.add(looksLikeBulk("tracking links", "Link to the page itself"));
        }
        return findings;
    }

    private static Finding looksLikeBulk(String what, String remedy) {
        return Finding.warning("LOOKS_LIKE_BULK", "The mail has " + what + ", as bulk mail has", remedy);
    }
}
