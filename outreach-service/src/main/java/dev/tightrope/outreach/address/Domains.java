package dev.tightrope.outreach.address;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Web and mail domains in one form: lower case, ASCII (IDNA), without {@code www.} and what surrounds them in a URL. */
public final class Domains {
    private static final int LONGEST = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern TOP_LABEL = Pattern.compile("xn--[a-z0-9-]{1,59}|[a-z]{2,63}");

    private Domains() {}

    /** The normalised domain of what somebody typed or pasted, a URL perhaps; empty if it is no domain. */
    public static Optional<String> normalise(String typed) {
        String host = typed.strip().replaceFirst("^(?i:https?://)", "").replaceFirst("[/?#].*$", "");
        // "www.example.com" is the same company as "example.com", but "www.com" is a domain of its own.
        return normaliseExactly(host.replaceFirst(":\\d+$", ""))
                .map(domain -> domain.startsWith("www.") && domain.indexOf('.', 4) > 0 ? domain.substring(4) : domain);
    }

    /** The normalised form of a bare host name, {@code www.} included; empty if it is none. */
    static Optional<String> normaliseExactly(String host) {
        try {
            String ascii = IDN.toASCII(host.replaceFirst("\\.$", ""), IDN.USE_STD3_ASCII_RULES);
            return Optional.of(ascii.toLowerCase(Locale.ROOT)).filter(Domains::isDomain);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isDomain(String ascii) {
        if (ascii.length() > LONGEST || ascii.indexOf('.') < 0) {
            return false;
        }
        String[] labels = ascii.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return TOP_LABEL.matcher(labels[labels.length - 1]).matches();
    }

    /** The domain and those above it that still have two labels: {@code a.b.com}, {@code b.com}. */
    public static List<String> withParents(String domain) {
        String rest = normalise(domain).orElse(domain.toLowerCase(Locale.ROOT));
        List<String> all = new ArrayList<>();
        while (rest.indexOf('.') > 0) {
            all.add(rest);
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return all;
    }
}
