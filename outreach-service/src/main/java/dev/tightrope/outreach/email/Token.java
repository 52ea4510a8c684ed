package dev.tightrope.outreach.email;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Everything a template may ask for. There is no logic, no nesting and no way to reach anything else. */
enum Token {
    EXECUTIVE_NAME("executiveName", true),
    EXECUTIVE_TITLE("executiveTitle", false),
    PROSPECT_NAME("prospectName", true),
    COMPETITOR_NAME("competitorName", true),
    BUSINESS_USER_ROLE("businessUserRole", true),
    OFFERING("offering", true),
    SITUATION("situation", true),
    WHAT_WAS_DONE("whatWasDone", true),
    IMPACTS("impacts", true),
    SIGNATURE("signature", true),
    OPT_OUT("optOut", true),
    POSTAL_ADDRESS("postalAddress", false);

    /** Anything in double braces, whether a known token or not. */
    static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

    private final String key;
    private final boolean required;

    Token(String key, boolean required) {
        this.key = key;
        this.required = required;
    }

    String key() {
        return key;
    }

    /** A required token without a value stays in the draft, where a check names it; another one is left out. */
    boolean required() {
        return required;
    }

    static Optional<Token> ofKey(String key) {
        for (Token token : values()) {
            if (token.key.equals(key)) {
                return Optional.of(token);
            }
        }
        return Optional.empty();
    }

    /** Placeholders still standing in a text. */
    static List<String> leftIn(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }
}
