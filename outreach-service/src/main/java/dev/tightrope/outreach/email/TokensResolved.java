package dev.tightrope.outreach.email;

import java.util.List;
import java.util.stream.Stream;

/** No placeholder is left for the executive to read. */
final class TokensResolved implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        return Stream.of(email.subject(), email.textBody(), email.htmlBody())
                .flatMap(text -> Token.leftIn(text).stream())
                .distinct()
                .map(token -> Finding.error(
                        "UNRESOLVED_TOKEN", token + " is not filled in", "Replace " + token + " by your own words"))
                .toList();
    }
}
