package dev.tightrope.outreach.email;

import java.util.List;
import java.util.stream.Stream;

/** The reader is told in plain words, in plain text and HTML, how not to hear from us again. */
final class OptOutOffered implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        boolean offered = Stream.of(EmailLanguage.values())
                .anyMatch(language -> email.saysInBothBodies(language.optOutSentence()));
        return offered
                ? List.of()
                : List.of(Finding.byPolicy(
                        email.smallPrint().optOutRequired(),
                        "NO_OPT_OUT",
                        "The mail does not say in both plain text and HTML how to hear no more from you",
                        "Add: " + email.language().optOutSentence()));
    }
}
