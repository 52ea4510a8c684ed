package dev.tightrope.voicemail.speech;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a text as it is said: figures, money, dates, times, telephone numbers and addresses become words.
 *
 * <p>Words stay as they are, and so does whatever is no clear figure: a digit beside a letter (B2B, F-16) or a fraction.
 */
public final class Speech {
    private Speech() {}

    /**
     * The text in the words of a language.
     *
     * @param language BCP 47 tag; what is in a language we have no words of is said in English
     * @param names names that stay as they are written, such as 3M or Saab 2000
     */
    public static String of(String text, String language, Collection<String> names) {
        SpeechLanguage words = SpeechLanguage.of(language);
        List<Rule> rules =
                Stream.concat(Names.rules(names), words.rules().stream()).toList();
        List<Matcher> matchers = rules.stream()
                .map(rule ->
                        rule.pattern().matcher(text).useTransparentBounds(true).useAnchoringBounds(false))
                .toList();
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            String found = null;
            for (int i = 0; i < rules.size() && found == null; i++) {
                Matcher matcher = matchers.get(i).region(at, text.length());
                found = said(rules.get(i), matcher, text);
                at = found == null ? at : matcher.end();
            }
            if (found == null) {
                said.append(text.charAt(at++));
            } else {
                said.append(found);
            }
        }
        return said.toString();
    }

    private static @Nullable String said(Rule rule, Matcher matcher, String text) {
        return matcher.lookingAt() && matcher.end() > matcher.start()
                ? rule.words().apply(new Found(matcher, text))
                : null;
    }

    /** A telephone number in E.164, in the groups people are used to. */
    public static String number(String e164, String language) {
        return Telephones.said(e164, SpeechLanguage.of(language));
    }
}
