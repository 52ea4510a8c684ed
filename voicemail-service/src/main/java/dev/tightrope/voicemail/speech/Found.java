package dev.tightrope.voicemail.speech;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sign where it was found. */
record Found(Matcher matcher, String text) {
    private static final int NEAR = 40;
    private static final Pattern WORD_BEFORE = Pattern.compile("(\\p{L}++)\\.?[ \u00a0]*$");
    private static final Pattern WORD_AFTER = Pattern.compile("[ \u00a0\u202f](\\p{L}[\\p{L}-]*+)");

    String group(String name) {
        String group = matcher.group(name);
        return group == null ? "" : group;
    }

    boolean has(String name) {
        return matcher.group(name) != null;
    }

    /** The word in front of it, in lower case; empty if it is none. */
    String wordBefore() {
        return wordBeforeAsWritten().toLowerCase(Locale.ROOT);
    }

    String wordBeforeAsWritten() {
        // Backwards from the sign, and not far: a text of one endless word would cost its length at every figure.
        Matcher word = WORD_BEFORE.matcher(before());
        return word.find() ? word.group(1) : "";
    }

    /** The word behind it, unless a sentence or clause ends there. */
    @Nullable
    String wordAfter() {
        Matcher word = WORD_AFTER.matcher(text);
        return word.region(matcher.end(), text.length()).lookingAt() ? word.group(1) : null;
    }

    /** A little of the text in front of it. */
    String before() {
        return text.substring(Math.max(0, matcher.start() - NEAR), matcher.start());
    }

    /** A little of the text behind it. */
    String after() {
        return text.substring(matcher.end(), Math.min(text.length(), matcher.end() + NEAR));
    }
}
