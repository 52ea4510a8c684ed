package dev.tightrope.outreach.email;

/**
 * The one place every text passes before it may stand in a mail header: mail libraries write line breaks through, and a
 * line break in a subject or name is a header, a recipient or a body of somebody else's making.
 */
public final class HeaderText {

    private HeaderText() {}

    /**
     * Returns the text unchanged, or refuses it.
     *
     * @throws RefusedHeaderException naming the field, when the text holds a control or line-separating character
     */
    public static String checked(String field, String text) {
        if (!isSafe(text)) {
            throw new RefusedHeaderException(field);
        }
        return text;
    }

    static boolean isSafe(String text) {
        return text.codePoints().noneMatch(HeaderText::breaksHeader);
    }

    private static boolean breaksHeader(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }
}
