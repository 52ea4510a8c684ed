package dev.tightrope.outreach.email;

import dev.tightrope.language.LanguageOfText;
import java.util.List;
import java.util.Locale;

/** The executive reads it, the script announces it: both expect the language the mail was drafted for. */
final class InItsLanguage implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        String expected = email.language().tag();
        return LanguageOfText.of(email.matter())
                .filter(language -> !language.equals(expected))
                .map(language -> Finding.warning(
                        "OTHER_LANGUAGE",
                        "The mail reads as " + name(language) + ", but it is drafted for " + name(expected),
                        "Write it in " + name(expected) + ", or set its language to " + language))
                .stream()
                .toList();
    }

    private static String name(String language) {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }
}
