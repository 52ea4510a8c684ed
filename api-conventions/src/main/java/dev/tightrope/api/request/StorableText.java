package dev.tightrope.api.request;

import org.jspecify.annotations.Nullable;

/** Which text PostgreSQL can keep: no U+0000, and no half of a character, which would come back as a question mark. */
final class StorableText {
    private StorableText() {}

    /** What is wrong with it, reading after the field's name; null if nothing is. */
    static @Nullable String refusal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\0') {
                return "must not contain the character U+0000";
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return "must be well-formed Unicode: it contains half of a surrogate pair";
            }
        }
        return null;
    }
}
