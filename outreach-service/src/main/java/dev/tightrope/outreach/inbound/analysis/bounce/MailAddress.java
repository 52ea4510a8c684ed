package dev.tightrope.outreach.inbound.analysis.bounce;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as reports write them in running text. */
final class MailAddress {
    /** Scripts that are written without spaces: their words stand close to an address and are none of it. */
    private static final String LETTER =
            "[\\p{L}\\p{M}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsHangul}\\p{IsThai}]]";

    /**
     * No look-around over unbounded repeats: the parts are bounded, so hostile text costs linear time. An address may begin
     * with a quote mark, a star or a stroke (or be an encoded word, RFC 2047), but where one stands in front of it, it belongs to the text. A label of a domain is
     * of one script.
     */
    static final String REGEX = "(?:\"[^\"\\n]{1,64}\"|=\\?[\\w-]{1,40}\\?[BbQq]\\?[\\w+/=.-]{1,90}\\?=|[" + LETTER
            + "\\p{N}!#$%&+?^_{|}~-][" + LETTER + "\\p{N}.!#$%&'*+/=?^_`{|}~-]{0,95})@" + label(1) + "(?:\\." + label(0)
            + "){0,10}";

    private static String label(int first) {
        String begin = first == 1 ? "[A-Za-z0-9]" : "[A-Za-z0-9_-]";
        return "(?:" + begin + "[A-Za-z0-9_-]{0,62}(?!\\p{IsLatin})|[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]{0,62})";
    }

    private static final Pattern ADDRESS = Pattern.compile(REGEX);

    private MailAddress() {}

    /** The first address of a text, in lower case. */
    static @Nullable String in(String text) {
        if (text.indexOf('@') < 0) {
            return null;
        }
        Matcher matcher = ADDRESS.matcher(text);
        return matcher.find() ? normal(matcher.group()) : null;
    }

    static Matcher matcher(String text) {
        return ADDRESS.matcher(text);
    }

    static String normal(String address) {
        String bare = address.toLowerCase(Locale.ROOT);
        return bare.startsWith("mailto:") ? bare.substring(7) : bare;
    }
}
