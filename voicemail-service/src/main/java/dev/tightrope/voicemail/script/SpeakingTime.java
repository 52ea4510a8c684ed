package dev.tightrope.voicemail.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a text takes to say, at the unhurried pace of a voicemail in its language.
 *
 * @param words words to say
 * @param seconds time they take
 */
record SpeakingTime(int words, int seconds) {
    // A digit is said as a word of its own, in "450" as in "+46 70".
    private static final Pattern SPOKEN = Pattern.compile("\\p{N}|[\\p{L}\\p{M}]+(['’-]\\p{L}+)*");

    static SpeakingTime of(String text, ScriptLanguage language) {
        int words = 0;
        Matcher matcher = SPOKEN.matcher(text);
        while (matcher.find()) {
            words++;
        }
        return new SpeakingTime(words, (int) Math.ceil(words * 60.0 / language.wordsPerMinute()));
    }
}
