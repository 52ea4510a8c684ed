package dev.tightrope.voicemail.speech;

import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One kind of sign and how it is said.
 *
 * @param pattern how it is written
 * @param words how it is said; nothing if it is not of this kind after all
 */
record Rule(Pattern pattern, Function<Found, @Nullable String> words) {
    /** Nothing a figure may be part of stands before it: neither B2B nor F-16 nor 1.2.3 has one. */
    static final String START = "(?<![\\p{L}\\p{N}_@])(?<!\\p{L}[-‑])(?<!\\d[.,/:])";

    /** A figure ends here. */
    static final String END = "(?![\\p{L}\\p{N}_@]|[.,/:]\\d)";

    static Rule of(String pattern, Function<Found, @Nullable String> words) {
        return new Rule(Pattern.compile(pattern), words);
    }
}
