package dev.tightrope.outreach.optout;

import java.text.Normalizer;

/** Text without accents and with one sort of space and apostrophe, each letter in its place. */
final class Folded {
    private static final String SPECIAL = "øæłđßœıð";
    private static final String PLAIN = "oaldsoid";

    private Folded() {}

    /** Composed, so that the folded text has the same length. */
    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Letters without their accents, everything else as it is. */
    static String letters(String composed) {
        StringBuilder folded = new StringBuilder(composed.length());
        for (int at = 0; at < composed.length(); at++) {
            folded.append(letter(composed.charAt(at)));
        }
        return folded.toString();
    }

    /** Letters without accents; quotes, brackets and drawn signs are spaces. */
    static String text(String composed) {
        StringBuilder folded = new StringBuilder(composed.length());
        for (int at = 0; at < composed.length(); at++) {
            folded.append(sign(letter(composed.charAt(at))));
        }
        return folded.toString();
    }

    /** The same in lower case, letter by letter. */
    static String lowerCase(String folded) {
        StringBuilder lower = new StringBuilder(folded.length());
        for (int at = 0; at < folded.length(); at++) {
            lower.append(Character.toLowerCase(folded.charAt(at)));
        }
        return lower.toString();
    }

    private static char letter(char c) {
        if (c < 0x80) {
            return c;
        }
        int special = SPECIAL.indexOf(Character.toLowerCase(c));
        if (special >= 0) {
            char plain = PLAIN.charAt(special);
            return Character.isUpperCase(c) ? Character.toUpperCase(plain) : plain;
        }
        // Cyrillic letters with marks are letters of their own.
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
                ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0)
                : c;
    }

    private static char sign(char c) {
        return switch (c) {
            case '\u2019', '\u2018', '`', '\u00b4', '\u02bc' -> '\'';
            case '\u2013', '\u2014', '\u2010', '\u2011', '\u2212' -> '-';
            case '(', ')', '[', ']' -> ',';
            case '\n', '.', ',', ';', ':', '!', '?', '\'', '-', '/', '@', '|', '+', '\u2026' -> c;
            default -> Character.isLetterOrDigit(c) ? c : ' ';
        };
    }
}
