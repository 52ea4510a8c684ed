package dev.tightrope.outreach.inbound.analysis.quotes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds e-mail addresses in running text. */
final class Addresses {
    private static final int MAX_LOCAL = 200;
    private static final int MAX_DOMAIN = 255;

    private Addresses() {}

    /** Where an address stands. */
    record Found(int begin, int end, String address) {}

    static @Nullable Found first(String text) {
        return next(text, 0);
    }

    /** The first address that begins at or behind a position. */
    static @Nullable Found next(String text, int from) {
        for (int at = text.indexOf('@', from); at >= 0; at = text.indexOf('@', at + 1)) {
            int begin = at;
            while (begin > from && at - begin < MAX_LOCAL && isLocal(text.charAt(begin - 1))) {
                begin--;
            }
            if (text.startsWith("mailto:", begin)) {
                begin += 7;
            }
            while (begin < at && ".'".indexOf(text.charAt(begin)) >= 0) {
                begin++;
            }
            int end = at + 1;
            while (end < text.length() && end - at < MAX_DOMAIN && isDomain(text.charAt(end))) {
                end++;
            }
            // An address in brackets is all that stands there; in running text a full stop ends the sentence.
            boolean bracketed = begin > 0 && text.charAt(begin - 1) == '<';
            while (end > at && (text.charAt(end - 1) == '-' || (!bracketed && text.charAt(end - 1) == '.'))) {
                end--;
            }
            if (begin < at && text.substring(at + 1, end).indexOf('.') > 0) {
                return new Found(begin, end, text.substring(begin, end).toLowerCase(Locale.ROOT));
            }
        }
        return null;
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || ".!#$%&'*+-/=?^_`{|}~:".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }
}
