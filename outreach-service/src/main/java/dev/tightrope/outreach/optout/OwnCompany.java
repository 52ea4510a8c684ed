package dev.tightrope.outreach.optout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The name of the sender's own company, as far as their domain tells it. Who writes from nord.example and says "Nord AB"
 * means their company as surely as who says "our company"; any other name may be anybody's.
 */
final class OwnCompany {
    /** What stands for it in a text that the phrases are looked for in. */
    static final String TOKEN = "ourownname";

    private static final int SHORTEST = 3;
    private static final Set<String> NO_NAMES =
            Set.of("www", "mail", "smtp", "com", "net", "org", "gov", "edu", "corp");

    private static final String LEGAL_FORM =
            "(?:[ ,]+(?:ab|publ|as|a/s|asa|aps|oyj?|gmbh|ag|kg|se|ltd|limited|inc|llc|plc|corp|sas?|sarl|srl|s\\.r\\.l|spa|s\\.p\\.a|bv|b\\.v|nv|n\\.v|sl|lda|sp\\.? ?z ?o\\.? ?o|s\\.?r\\.?o|group|gruppen|company|co)(?![\\p{L}\\p{N}])\\.?)*";

    private final @Nullable Pattern name;

    private OwnCompany(@Nullable Pattern name) {
        this.name = name;
    }

    /** @param domain of the sender's address, if there is one */
    static OwnCompany of(@Nullable String domain) {
        if (domain == null) {
            return new OwnCompany(null);
        }
        String[] labels = domain.toLowerCase(Locale.ROOT).split("\\.");
        String names = Arrays.stream(labels)
                .limit(Math.max(0, labels.length - 1))
                .filter(label -> label.length() >= SHORTEST && !NO_NAMES.contains(label))
                .map(OwnCompany::spelt)
                .collect(Collectors.joining("|"));
        return new OwnCompany(
                names.isEmpty()
                        ? null
                        : Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + names + ")(?![\\p{L}\\p{N}])" + LEGAL_FORM));
    }

    /** A domain has no spaces: nordkraft is Nord Kraft and Nord-Kraft as well. */
    private static String spelt(String label) {
        return label.replace("-", "")
                .chars()
                .mapToObj(letter -> Pattern.quote(String.valueOf((char) letter)))
                .collect(Collectors.joining("[ -]?"));
    }

    /** A text in lower case with the token for the name. */
    String namedIn(String lowerCase) {
        return name == null ? lowerCase : name.matcher(lowerCase).replaceAll(Matcher.quoteReplacement(TOKEN));
    }
}
