package dev.tightrope.voicemail.speech;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One kind of figure and how it is said. A figure is said only where it stands by itself: with signs at it that nobody
 * understood, it would be said as another figure than was meant.
 *
 * @param pattern how it is written
 * @param words how it is said; nothing if it is not of this kind after all
 */
record Rule(Pattern pattern, Function<Found, @Nullable String> words) {
    /** A figure begins here: behind a blank, an opening sign or an arrow. */
    static final Pattern START = Pattern.compile("(?<=^|[\\s→]|[-=]>|(?:^|\\s)[(\\[\"'“”„«‘’¿¡]{1,2})"
            // but not behind another figure, as in "(212) 555" or "1 1/2",
            + "(?<!\\d\\)?[ \u00a0\u202f])"
            // as the second of two German ordinals, "die 1. und 2. Schicht",
            + "(?<!\\d\\. (?:und|oder) )"
            // or behind a sign that was not said with it, as in "k€ 100".
            + "(?<!(?:[#§°€$£±]|\\+/-)[ \u00a0\u202f])");

    /** A sign between the two figures of a range. */
    static final String DASH = "[-–‑]";

    /**
     * A figure ends here: at a blank, with or without closing signs, at an arrow or a dash to the next figure. Not before
     * another one or a unit: what "1 1/2", "45 5000 0000" and "12 %ig" are, is only known as a whole.
     */
    static final String END =
            "(?=[.,;:!?…)\\]\"'“”»’]*(?:$|\\s)|→|[-=]>|" + DASH + "[€$£]?\\d)(?![ \u00a0\u202f](?:\\(?\\p{N}|[%€$£°]))";

    static Rule of(String pattern, Function<Found, @Nullable String> words) {
        return new Rule(Pattern.compile(pattern), words);
    }
}
