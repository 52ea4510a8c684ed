package dev.tightrope.voicemail.speech;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes a text as it is said: figures, money, dates, times, telephone numbers and addresses become words.
 *
 * <p>Words stay as they are, and so does whatever is no clear figure: a digit beside a letter (B2B, F-16), a fraction, a
 * figure written as another language writes it (1.000 in English). Nothing is ever said as another figure.
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
        List<Rule> anywhere =
                Stream.concat(Names.rules(names), Stream.of(Signs.arrow(words))).toList();
        return new Reading(text, words, anywhere).aloud();
    }

    /** A telephone number in E.164, in the groups people are used to. */
    public static String number(String e164, String language) {
        return Telephones.said(e164, SpeechLanguage.of(language));
    }
}
