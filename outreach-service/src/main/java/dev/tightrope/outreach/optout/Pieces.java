package dev.tightrope.outreach.optout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in pieces, from one sentence end, comma, line end or conjunction to another. A text is accounted for if it can be
 * put together from pieces that are all known; what is joined to a phrase and not known is never passed over.
 */
final class Pieces {
    private static final int LONGEST_PIECE = 120;
    private static final int MOST_BORDERS = 50;

    /** The longest phrases have commas and conjunctions in them, but not many. */
    private static final int BORDERS_WITHIN = 5;

    private static final Pattern BORDER = Pattern.compile("(?iU)[ ]*(?:[.!?;:\\u2026]+(?=[ \\n]|$)|,|\\n| - |/(?= )|"
            + "(?<=[ \\n])(?:and|or|but|so|as|because|since|und|oder|aber|da|denn|och|eller|men|og|et|ou|mais|car|y|o|pero|porque|e|ma|"
            + "perche|en|want|maar|ja|mutta|mas|i|oraz|ale|bo|и|но|a)(?=[ \\n]))[ \\n]*");

    private final String text;
    private final List<int[]> borders = new ArrayList<>();

    private Pieces(String text) {
        this.text = text;
        borders.add(new int[] {0, 0});
        Matcher border = BORDER.matcher(text);
        while (border.find()) {
            if (border.end() > border.start()) {
                borders.add(new int[] {border.start(), border.end()});
            }
        }
        borders.add(new int[] {text.length(), text.length()});
    }

    /** Says what a piece is, or that it is not known. */
    interface Reader {
        /**
         * @param piece without line ends
         * @param question whether it ends as a question
         * @param firstLine whether nothing but this line stands before it
         * @return what it is, as bits; 0 if it is not known
         */
        int read(String piece, boolean question, boolean firstLine);
    }

    /** Everything the pieces are together, as bits; 0 if the text is not accounted for. */
    static int read(String text, Reader reader) {
        return new Pieces(text).read(reader);
    }

    private int read(Reader reader) {
        int last = borders.size() - 1;
        if (last > MOST_BORDERS) {
            return 0;
        }
        // What the text is up to each border, and whether known pieces lead there at all.
        int[] upTo = new int[last + 1];
        boolean[] reached = new boolean[last + 1];
        reached[0] = true;
        for (int from = 0; from < last; from++) {
            for (int to = from + 1; reached[from] && to <= Math.min(last, from + BORDERS_WITHIN); to++) {
                int start = borders.get(from)[1];
                int end = borders.get(to)[0];
                if (end - start > LONGEST_PIECE) {
                    break;
                }
                int what = end <= start ? 0 : piece(reader, start, end, to);
                if (end <= start || what != 0) {
                    reached[to] = true;
                    upTo[to] = Math.max(upTo[to], upTo[from] | what);
                }
            }
        }
        return reached[last] ? upTo[last] : 0;
    }

    private int piece(Reader reader, int start, int end, int to) {
        int[] border = borders.get(to);
        boolean question = text.substring(border[0], border[1]).indexOf('?') >= 0;
        boolean firstLine = text.substring(0, start).indexOf('\n') < 0;
        return reader.read(text.substring(start, end).replace('\n', ' ').strip(), question, firstLine);
    }
}
