package dev.tightrope.voicemail.speech;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sign where it was found. */
record Found(Matcher matcher, String text) {
    private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}+)\\.?[ \u00a0]*$");

    String group(String name) {
        String group = matcher.group(name);
        return group == null ? "" : group;
    }

    boolean has(String name) {
        return matcher.group(name) != null;
    }

    /** The word in front of it, in lower case; empty if it is none. */
    String wordBefore() {
        Matcher word = LAST_WORD.matcher(text.substring(0, matcher.start()));
        return word.find() ? word.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** The word behind it, unless a sentence or clause ends there. */
    @Nullable
    String wordAfter() {
        Matcher word = Pattern.compile("[ \u00a0\u202f](\\p{L}[\\p{L}-]*)").matcher(text);
        return word.region(matcher.end(), text.length()).lookingAt() ? word.group(1) : null;
    }
}
