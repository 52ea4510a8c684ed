package dev.tightrope.api.request;

/** Which characters text may hold. */
public final class Characters {
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    private Characters() {}

    /**
     * Whether the text is one line of printable characters. Line breaks could end a mail header, NUL cannot be stored,
     * and a lone surrogate is no character at all.
     */
    public static boolean areOneLine(CharSequence text) {
        return text.codePoints()
                .noneMatch(
                        c -> Character.isISOControl(c) || isSurrogate(c) || isOtherBreak(c) || isDirectionOverride(c));
    }

    /** Whether the text is printable, line breaks and tabulators allowed. */
    public static boolean areText(CharSequence text) {
        return text.codePoints()
                .noneMatch(c -> isSurrogate(c)
                        || isDirectionOverride(c)
                        || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isOtherBreak(int c) {
        return c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
    }

    /** Overrides make a name or address read as another one. */
    private static boolean isDirectionOverride(int c) {
        return c == 0x202D || c == 0x202E;
    }
}
