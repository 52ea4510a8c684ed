package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.SubjectTags;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The prefixes of a subject, the outermost first, and what is left without them.
 *
 * @param known how the mail came to carry each of them
 */
record SubjectPrefixes(List<How> known, String rest) {
    private static final int MAX_PREFIX = 24;
    private static final int MAX_PREFIXES = 20;

    static SubjectPrefixes of(@Nullable String subject, Lexicon lexicon) {
        List<How> known = new ArrayList<>();
        String rest = behindTags(subject == null ? "" : subject.strip(), lexicon);
        while (known.size() < MAX_PREFIXES) {
            String bare = rest.startsWith("[") ? rest.substring(1) : rest;
            int colon = colon(bare);
            if (colon <= 0) {
                break;
            }
            How how = how(word(bare.substring(0, colon)), lexicon);
            if (how == null) {
                break;
            }
            known.add(how);
            rest = bare.substring(colon + 1).strip();
            if (bare.length() < subjectLength(subject) && rest.endsWith("]") && rest.indexOf('[') < 0) {
                rest = rest.substring(0, rest.length() - 1).strip();
            }
        }
        return new SubjectPrefixes(List.copyOf(known), rest);
    }

    /** The subject behind the tags in front of a prefix; as it is, if no prefix stands behind them. */
    private static String behindTags(String subject, Lexicon lexicon) {
        String bare = SubjectTags.without(subject);
        int colon = colon(bare);
        return bare.length() < subject.length() && colon > 0 && how(word(bare.substring(0, colon)), lexicon) != null
                ? bare
                : subject;
    }

    private static int subjectLength(@Nullable String subject) {
        return subject == null ? 0 : subject.strip().length();
    }

    private static int colon(String text) {
        for (int i = 0; i < text.length() && i < MAX_PREFIX; i++) {
            if (text.charAt(i) == ':' || text.charAt(i) == '：') {
                return i;
            }
        }
        return -1;
    }

    /** Null for a prefix nobody knows and for one that means an answer in one language and a forward in another. */
    private static @Nullable How how(String prefix, Lexicon lexicon) {
        boolean forward = lexicon.isForwardPrefix(prefix);
        boolean reply = lexicon.isReplyPrefix(prefix);
        return forward == reply ? null : forward ? How.FORWARDED : How.REPLIED_TO;
    }

    /** Some programs count: {@code Re[2]}, {@code AW(3)}, {@code Re^2}. */
    private static String word(String prefix) {
        int end = prefix.length();
        while (end > 0
                && (Character.isDigit(prefix.charAt(end - 1)) || "[]()^ ".indexOf(prefix.charAt(end - 1)) >= 0)) {
            end--;
        }
        return prefix.substring(0, end);
    }
}
