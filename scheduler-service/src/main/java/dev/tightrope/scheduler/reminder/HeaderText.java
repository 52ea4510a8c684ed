package dev.tightrope.scheduler.reminder;

import java.util.regex.Pattern;

/** The one gate to mail headers: no line break or other control character gets past it. */
final class HeaderText {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");

    private HeaderText() {}

    /** Text for display, such as a subject with a company's name in it: controls become spaces. */
    static String display(String text) {
        return CONTROLS.matcher(text).replaceAll(" ").strip();
    }

    /**
     * A value that must be taken as it is, such as an address.
     *
     * @throws IllegalArgumentException if it holds a control character
     */
    static String exact(String name, String value) {
        if (CONTROLS.matcher(value).find()) {
            throw new IllegalArgumentException(name + " holds a line break or control character: correct it");
        }
        return value;
    }
}
