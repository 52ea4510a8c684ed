package dev.tightrope.outreach.inbound.analysis.quotes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the fields of a header block that stands in one line, each parted from the next by a space alone:
 * {@code From: Anna <a@…> Sent: Tuesday … To: …}. It takes three of them, a date, and addresses that end a value or
 * labels the lexicon knows.
 */
final class SpacedHeaders {
    private static final int MAX_LABEL = 32;
    private static final int MAX_WORDS = 4;
    private static final int MIN_FIELDS = 3;

    /** What every mail program prints. */
    private static final Set<Role> MATTER = EnumSet.of(Role.FROM, Role.DATE, Role.TO, Role.SUBJECT);

    private SpacedHeaders() {}

    /** Where the labels begin; empty if the line is no header block. */
    static List<Integer> labels(String text, Lexicon lexicon) {
        List<Integer> labels = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        int value = 0;
        for (int colon = colon(text, 0); colon >= 0; colon = colon(text, colon + 1)) {
            int label = label(text, colon, value, lexicon);
            if (label < 0 || (!labels.isEmpty() && text.substring(value, label).isBlank())) {
                continue;
            }
            if (!labels.isEmpty()) {
                fields.add(field(text, labels, label, lexicon));
            }
            labels.add(label);
            value = colon + 1;
            // A subject may hold colons of its own.
            if (labels.size() > 1 && lexicon.role(text.substring(label, colon).strip()) == Role.SUBJECT) {
                break;
            }
        }
        if (!labels.isEmpty()) {
            fields.add(field(text, labels, text.length(), lexicon));
        }
        return isBlock(fields) ? labels : List.of();
    }

    private static boolean isBlock(List<Field> fields) {
        long addresses = fields.stream().filter(SpacedHeaders::endsInAddress).count();
        long known = fields.stream()
                .map(Field::role)
                .filter(role -> role != null && MATTER.contains(role))
                .distinct()
                .count();
        return fields.size() >= MIN_FIELDS
                && fields.stream().anyMatch(Field::hasDate)
                && (addresses >= 2 || (addresses == 1 && known >= 2) || known == MATTER.size());
    }

    private static Field field(String text, List<Integer> labels, int end, Lexicon lexicon) {
        String piece = text.substring(labels.get(labels.size() - 1), end).strip();
        Field field = Field.parse(piece, lexicon);
        return field == null ? new Field("", piece, null) : field;
    }

    private static boolean endsInAddress(Field field) {
        Addresses.Found found = Addresses.first(field.value());
        return found != null
                && (field.value().endsWith(">") || found.end() == field.value().length());
    }

    private static int colon(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            boolean spaced = i + 1 == text.length() || text.charAt(i + 1) == ' ';
            if (Field.endsLabel(text.charAt(i)) && (spaced || text.charAt(i) != ':')) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Where the label in front of a colon begins, -1 if there is none: the most words that the lexicon knows together, all
     * words behind an address, or the last word.
     */
    private static int label(String text, int colon, int bound, Lexicon lexicon) {
        int end = spacesBefore(text, colon, bound);
        int label = -1;
        int word = end;
        for (int words = 0; words < MAX_WORDS; words++) {
            int from = spacesBefore(text, word, bound);
            word = from;
            while (word > bound && end - word < MAX_LABEL && isOfLabel(text.charAt(word - 1))) {
                word--;
            }
            if (word == from) {
                break;
            }
            int before = spacesBefore(text, word, bound);
            boolean behindAddress = before > bound && text.charAt(before - 1) == '>';
            boolean known = lexicon.role(text.substring(word, end)) != null;
            if (known || ((words == 0 || behindAddress) && mayBegin(text.charAt(word)))) {
                label = word;
            }
        }
        return label;
    }

    /** A capital, or of a script that begins words with none. */
    private static boolean mayBegin(char c) {
        return Character.toTitleCase(c) == c;
    }

    private static int spacesBefore(String text, int from, int bound) {
        int i = from;
        while (i > bound && text.charAt(i - 1) == ' ') {
            i--;
        }
        return i;
    }

    private static boolean isOfLabel(char c) {
        return Character.isLetter(c) || "-'’".indexOf(c) >= 0 || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
