package dev.tightrope.outreach.inbound.analysis.quotes;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of the form {@code label: value}, in any language.
 *
 * @param role what the lexicon makes of the label
 */
record Field(String label, String value, @Nullable Role role) {
    private static final int MAX_LABEL = 32;
    private static final int MAX_WORDS = 4;

    /** Labels of signatures and forms, which look like header blocks otherwise. */
    private static final Set<String> OTHERWISE = Set.of(
            "tel",
            "telephone",
            "telefon",
            "phone",
            "mobile",
            "mobil",
            "cell",
            "fax",
            "email",
            "e-mail",
            "mail",
            "web",
            "website",
            "www",
            "skype",
            "address",
            "name",
            "when",
            "where",
            "time",
            "location",
            "url",
            "http",
            "https",
            "m",
            "t",
            "p",
            "f",
            "e",
            "w");

    static @Nullable Field parse(String line, Lexicon lexicon) {
        int begin = 0;
        while (begin < line.length() && (line.charAt(begin) == ' ' || line.charAt(begin) == '*')) {
            begin++;
        }
        boolean bold = begin > 0 && line.charAt(begin - 1) == '*';
        int colon = colon(line, begin);
        if (colon < 0 || line.startsWith("//", colon + 1)) {
            return null;
        }
        String label = unstarred(line.substring(begin, colon));
        if (label.isEmpty() || label.length() > MAX_LABEL || !isLabel(label)) {
            return null;
        }
        String value = line.substring(colon + 1);
        if (bold) {
            value = unstarred(value);
        }
        return new Field(label, value.strip(), lexicon.role(label));
    }

    /** A label the lexicon has, without its colon: some programs print it bold instead. */
    static @Nullable Field parseBare(String line, Lexicon lexicon) {
        int space = line.indexOf(' ');
        Role role = space <= 0 || space > MAX_LABEL ? null : lexicon.role(line.substring(0, space));
        return role == null
                ? null
                : new Field(line.substring(0, space), line.substring(space).strip(), role);
    }

    boolean isOtherwise() {
        return role == null && OTHERWISE.contains(Lexicon.normal(label));
    }

    boolean hasAddress() {
        return Addresses.first(value) != null;
    }

    boolean hasDate() {
        return DateText.isDate(value);
    }

    Field withValue(String longer) {
        return new Field(label, longer, role);
    }

    Field as(Role inferred) {
        return new Field(label, value, inferred);
    }

    private static int colon(String line, int from) {
        for (int i = from; i < line.length() && i < from + MAX_LABEL + 4; i++) {
            if (endsLabel(line.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** A colon, also of those who write it wide, and what Armenian and Khmer have in its place. */
    static boolean endsLabel(char c) {
        return c == ':' || c == '：' || c == '\u055d' || c == '\u17d6';
    }

    /** Without the stars that stand for bold type. A value keeps stars of its own further in. */
    private static String unstarred(String text) {
        String stripped = text.strip();
        int begin = 0;
        while (begin < 2 && begin < stripped.length() && stripped.charAt(begin) == '*') {
            begin++;
        }
        int end = stripped.length();
        while (end > begin && stripped.length() - end < 2 && stripped.charAt(end - 1) == '*') {
            end--;
        }
        return stripped.substring(begin, end).strip();
    }

    private static boolean isLabel(String label) {
        int words = 1;
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c == ' ') {
                words++;
            } else if (!Character.isLetter(c)
                    && Character.getType(c) != Character.NON_SPACING_MARK
                    && Character.getType(c) != Character.COMBINING_SPACING_MARK
                    && "-'’()./".indexOf(c) < 0) {
                return false;
            }
        }
        return words <= MAX_WORDS && Character.isLetter(label.charAt(0));
    }
}
