package dev.tightrope.outreach.optout;

import dev.tightrope.outreach.address.Domains;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    private final List<String> labels;

    private OwnCompany(List<String> labels) {
        this.labels = labels;
    }

    /** @param domain of the sender's address, if there is one */
    static OwnCompany of(@Nullable String domain) {
        if (domain == null || Domains.isShared(domain.toLowerCase(Locale.ROOT))) {
            return new OwnCompany(List.of());
        }
        String[] labels = domain.toLowerCase(Locale.ROOT).split("\\.");
        return new OwnCompany(Arrays.stream(labels)
                .limit(Math.max(0, labels.length - 1))
                .filter(label -> label.length() >= SHORTEST && !NO_NAMES.contains(label))
                .map(label -> label.replace("-", ""))
                .toList());
    }

    /** A text in lower case with the token for the name; most mail names it nowhere. */
    String namedIn(String lowerCase) {
        String joined = lowerCase.replace(" ", "").replace("-", "");
        String named = lowerCase;
        for (String label : labels) {
            if (joined.contains(label)) {
                named = Pattern.compile("(?<![\\p{L}\\p{N}])" + spelt(label) + "(?![\\p{L}\\p{N}])" + LEGAL_FORM)
                        .matcher(named)
                        .replaceAll(TOKEN);
            }
        }
        return named;
    }

    /** A domain has no spaces: nordkraft is Nord Kraft and Nord-Kraft as well. */
    private static String spelt(String label) {
        return label.chars()
                .mapToObj(letter -> Pattern.quote(String.valueOf((char) letter)))
                .collect(Collectors.joining("[ -]?"));
    }
}
