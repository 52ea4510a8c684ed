package dev.tightrope.voicemail.speech;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sign where it was found. */
record Found(Matcher matcher, String text) {
    private static final int LONGEST_WORD = 40;
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
        // Backwards from the sign, and not far: a text of one endless word would cost its length at every figure.
        int end = matcher.start();
        while (end > 0 && " \u00a0".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        end = end > 0 && text.charAt(end - 1) == '.' ? end - 1 : end;
        int start = end;
        while (start > 0 && end - start < LONGEST_WORD && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** The word behind it, unless a sentence or clause ends there. */
    @Nullable
    String wordAfter() {
        Matcher word = WORD_AFTER.matcher(text);
        return word.region(matcher.end(), text.length()).lookingAt() ? word.group(1) : null;
    }
}
