package dev.tightrope.outreach.inbound.analysis.quotes;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives header blocks that were run together into one line their lines back: programs that turn HTML into text without
 * line breaks glue a label to the end of the value before it, or leave a space. Language-free: the seams are seen in the
 * letters.
 */
final class OneLineHeaders {
    private static final int MAX_LINE = 20_000;
    private static final int MIN_COLONS = 3;

    private OneLineHeaders() {}

    static List<Line> unfold(List<Line> lines) {
        List<Line> unfolded = new ArrayList<>(lines.size());
        for (Line line : lines) {
            String text = line.text();
            if (text.length() <= MAX_LINE && mayHoldFields(line.shown())) {
                List<String> parts = cut(text, line.shown().indexOf('@') > 0);
                if (parts.size() == 1 && parts.get(0).equals(text)) {
                    unfolded.add(line);
                    continue;
                }
                for (int i = 0; i < parts.size(); i++) {
                    unfolded.add(
                            i == 0
                                    ? new Line(line.depth(), parts.get(0), line.mark())
                                    : Line.of(line.depth(), parts.get(i)));
                }
            } else {
                unfolded.add(line);
            }
        }
        return unfolded;
    }

    private static boolean mayHoldFields(String text) {
        return text.indexOf('@') > 0 ? text.chars().anyMatch(OneLineHeaders::endsLabel) : colons(text) >= MIN_COLONS;
    }

    private static long colons(String text) {
        return text.chars().filter(OneLineHeaders::endsLabel).count();
    }

    private static boolean endsLabel(int c) {
        return Field.endsLabel((char) c);
    }

    /** @param glued whether labels may be glued to the values before them: no program does that to names alone */
    private static List<String> cut(String text, boolean glued) {
        int words = behindDashedWords(text);
        String fields = text.substring(words);
        List<String> parts = new ArrayList<>();
        List<Integer> seams = glued ? seams(fields, words > 0) : List.of();
        List<Integer> labels = seams.isEmpty() ? SpacedHeaders.labels(fields, Lexicon.ALL) : List.of();
        if (!labels.isEmpty()) {
            return cutAt(text, words, labels);
        }
        if (!glued) {
            return List.of(text);
        }
        // One seam alone may be a slip of the keyboard; behind dashed words it is a header.
        if (words == 0 && seams.size() < 2 && !endsInField(fields, seams)) {
            return behindDashes(text);
        }
        if (words > 0) {
            parts.add(text.substring(0, words).strip());
        }
        int begin = 0;
        for (int seam : seams) {
            parts.add(colonAfterLabel(fields.substring(begin, seam)));
            begin = seam;
        }
        parts.add(colonAfterLabel(fields.substring(begin)));
        return parts;
    }

    /** Whatever stands in front of the first label, be it dashed, keeps a line of its own. */
    private static List<String> cutAt(String text, int words, List<Integer> labels) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int label : labels) {
            parts.add(text.substring(begin, words + label).strip());
            begin = words + label;
        }
        parts.add(text.substring(begin).strip());
        return parts.get(0).isEmpty() ? parts.subList(1, parts.size()) : parts;
    }

    /** Where the words between dashes that begin a line end, if more follows them; 0 otherwise. */
    private static int behindDashedWords(String text) {
        int i = skip(text, 0, ' ');
        int dashes = skip(text, i, '-');
        if (dashes - i < 3) {
            return 0;
        }
        int close = text.indexOf("---", dashes + 1);
        if (close < 0 || close - dashes > 60) {
            return 0;
        }
        int end = skip(text, close, '-');
        return text.substring(end).isBlank() || text.substring(dashes, close).indexOf('@') >= 0 ? 0 : end;
    }

    private static int skip(String text, int from, char c) {
        int i = from;
        while (i < text.length() && text.charAt(i) == c) {
            i++;
        }
        return i;
    }

    /** Places where a label is glued to the value before it. */
    private static List<Integer> seams(String text, boolean sure) {
        List<Integer> seams = new ArrayList<>();
        boolean field = sure || startsWithLabel(text);
        for (int i = 1; field && i < text.length(); i++) {
            char before = text.charAt(i - 1);
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                continue;
            }
            boolean behindAddress = before == '>' && labelBegins(text, i, true);
            boolean behindDigit = Character.isDigit(before) && Character.isUpperCase(c) && labelBegins(text, i, false);
            boolean behindZone = Character.isUpperCase(before)
                    && Character.isUpperCase(c)
                    && i + 1 < text.length()
                    && Character.isLowerCase(text.charAt(i + 1))
                    && labelBegins(text, i, sure);
            boolean behindOtherScript = isCaseless(c) && isCased(before) && labelBegins(text, i, false);
            if (behindAddress || behindDigit || behindZone || behindOtherScript) {
                seams.add(i);
            }
        }
        return seams;
    }

    private static boolean isCased(char c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c);
    }

    private static boolean isCaseless(char c) {
        return Character.isLetter(c) && !isCased(c);
    }

    private static boolean startsWithLabel(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && colon <= 24 && text.indexOf('@') > colon;
    }

    /** A capital letter, then letters, then a colon; or without the colon, which some programs forget. */
    private static boolean labelBegins(String text, int from, boolean evenWithoutColon) {
        int i = from;
        while (i < text.length() && i - from < 24 && (Character.isLetter(text.charAt(i)) || text.charAt(i) == ' ')) {
            i++;
        }
        if (i < text.length() && (text.charAt(i) == ':' || text.charAt(i) == '：') && i - from < 24) {
            return true;
        }
        int space = text.indexOf(' ', from);
        return evenWithoutColon && space > from + 1 && space - from < 14 && Character.isUpperCase(text.charAt(from));
    }

    /** {@code "À : abc@example.com Objet : …"}: a label stands behind an address that ends its value. */
    private static boolean endsInField(String text, List<Integer> seams) {
        Addresses.Found found = startsWithLabel(text) ? Addresses.first(text) : null;
        if (found == null || !seams.isEmpty()) {
            return false;
        }
        int i = found.end();
        if (i + 2 >= text.length() || text.charAt(i) != ' ' || !Character.isUpperCase(text.charAt(i + 1))) {
            return false;
        }
        int colon = text.indexOf(':', i);
        if (colon < 0 || colon - i > 20 || text.substring(i, colon).strip().indexOf(' ') >= 0) {
            return false;
        }
        seams.add(i + 1);
        return true;
    }

    /** A label that lost its colon gets it back. */
    private static String colonAfterLabel(String part) {
        String stripped = part.strip();
        int space = stripped.indexOf(' ');
        int colon = stripped.indexOf(':');
        boolean label = space > 0
                && (colon < 0 || colon > 24)
                && stripped.substring(0, space).chars().allMatch(Character::isLetter);
        return label ? stripped.substring(0, space) + ":" + stripped.substring(space) : stripped;
    }

    /** {@code "Yes.--- On Wed, 4 Apr 2012, a@example.com wrote:"}: an answer and the line above the quote share one. */
    private static List<String> behindDashes(String text) {
        int dashes = text.indexOf("--- ");
        if (dashes <= 0 || !text.endsWith(":") || text.charAt(dashes - 1) == '-' || text.charAt(dashes - 1) == ' ') {
            return List.of(text);
        }
        return List.of(text.substring(0, dashes).stripTrailing(), text.substring(dashes + 4));
    }
}
