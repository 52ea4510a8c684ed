package dev.tightrope.outreach.inbound.analysis.bounce;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses as reports write them in running text. */
final class MailAddress {
    /** No look-around over unbounded repeats: the parts are bounded, so hostile text costs linear time. */
    static final String REGEX = "(?:\"[^\"\\n]{1,64}\"|[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,96})"
            + "@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,62})(?:\\.[\\p{L}\\p{N}_-]{1,63}){0,10})";

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
