package dev.tightrope.outreach.email;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** The reader is told in plain words how not to hear from us again. */
final class OptOutOffered implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        List<String> words = CompanyName.words(email.textBody());
        boolean offered = Stream.of(EmailLanguage.values())
                .map(language -> CompanyName.words(language.optOutSentence()))
                .anyMatch(sentence -> Collections.indexOfSubList(words, sentence) >= 0);
        return offered
                ? List.of()
                : List.of(Finding.warning(
                        "NO_OPT_OUT",
                        "The mail does not say how to hear no more from you",
                        "Add: " + email.language().optOutSentence()));
    }
}
