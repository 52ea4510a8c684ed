package dev.tightrope.outreach.trace;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The token of a mail of ours inside a body: in the reply address some programs quote, and as the name of an element of
 * the HTML page around the approved content. Nothing of it is seen, and nothing approved is changed by it.
 */
public final class Tokens {
    /** Before an element's name programs put {@code x_}, {@code m_} and a number, or {@code ydp} and hex digits. */
    private static final Pattern IN_BODY = Pattern.compile(
            "(?:\\+|%2b)(?:b\\.)?([a-z2-9]{16})@|(?:(?<![a-z])|(?<=ydp[0-9a-f]{8}))tr-([a-z2-9]{16})(?![a-z0-9])",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME = Pattern.compile("^[a-z0-9]{1,64}$");
    private static final int MOST = 20;

    private Tokens() {}

    /** Name of the element around our content. Programs put their own words in front of it, and leave it otherwise. */
    public static String elementName(String token) {
        if (!NAME.matcher(token).matches()) {
            throw new IllegalArgumentException("no token: " + token);
        }
        return "tr-" + token;
    }

    /** Every token there may be, in lower case. */
    public static Set<String> in(String body) {
        Set<String> tokens = new LinkedHashSet<>();
        Matcher matcher = IN_BODY.matcher(body);
        while (tokens.size() < MOST && matcher.find()) {
            String token = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            tokens.add(token.toLowerCase(Locale.ROOT));
        }
        return tokens;
    }
}
