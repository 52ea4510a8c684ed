package dev.tightrope.outreach.trace;

import java.util.regex.Pattern;

/**
 * A subject without what programs put in front of it. Prefixes are known by their form, one or two short words and a
 * colon, not by a list: an unknown language works as well. A name of ours in front of a colon goes too, in what we sent
 * and in what comes back alike.
 */
public final class SubjectKey {
    private static final Pattern IN_FRONT = Pattern.compile("^\\s*(?:"
            + "[\\p{L}\\p{M}.]{1,14}(?: [\\p{L}\\p{M}]{1,10})?\\s?(?:\\[\\d{1,3}]|\\(\\d{1,3}\\)|\\^\\d{1,3})?\\s?[:\uff1a]"
            + "|\\[[^\\[\\]]{1,30}]|\\*{2,5}[^*]{1,20}\\*{2,5})");
    private static final int MOST = 12;

    private SubjectKey() {}

    /** Letters and digits of the subject in lower case; empty if there are none. */
    public static String of(String subject) {
        String rest = subject.length() <= 1_000 ? subject : subject.substring(0, 1_000);
        for (int i = 0; i < MOST; i++) {
            String shorter = IN_FRONT.matcher(rest).replaceFirst("");
            if (shorter.equals(rest) || Shingles.letters(shorter).isEmpty()) {
                break;
            }
            rest = shorter;
        }
        return Shingles.letters(rest);
    }
}
