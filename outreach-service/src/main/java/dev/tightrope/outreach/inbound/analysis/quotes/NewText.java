package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import java.util.ArrayList;
import java.util.List;

/** Cuts signatures and drawn lines from what a sender wrote above, between and below quotes. */
final class NewText {
    private static final int MAX_SIGNATURE_LINE = 120;
    private static final int MAX_WORDS = 9;

    private final Lexicon lexicon;

    NewText(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** @param aboveOnly whether only what stands above the first quote is the sender's: below a forward nobody writes */
    String of(List<Line> lines, boolean aboveOnly) {
        List<String> kept = new ArrayList<>();
        List<String> part = new ArrayList<>();
        boolean signature = false;
        for (Line line : lines) {
            if (line == Nesting.GAP) {
                if (aboveOnly) {
                    break;
                }
                addPart(kept, part);
                signature = false;
            } else if (line.mark() == Mark.SIGNATURE) {
                continue;
            } else if (signature || beginsSignature(line)) {
                signature = true;
            } else {
                part.add(line.shown());
            }
        }
        addPart(kept, part);
        return String.join("\n", kept).strip();
    }

    private static void addPart(List<String> kept, List<String> part) {
        int end = part.size();
        while (end > 0 && (part.get(end - 1).isEmpty() || Separators.isRule(part.get(end - 1)))) {
            end--;
        }
        if (end < part.size()) {
            part.set(end, "");
            end++;
        }
        kept.addAll(part.subList(0, end));
        part.clear();
    }

    private boolean beginsSignature(Line line) {
        String text = line.shown().strip();
        return text.equals("--") || text.equals("__") || text.equals("—") || isUnderscores(text) || isSentFrom(text);
    }

    private static boolean isUnderscores(String text) {
        return text.length() >= 5 && text.chars().allMatch(c -> c == '_');
    }

    private boolean isSentFrom(String text) {
        if (text.length() > MAX_SIGNATURE_LINE || text.isEmpty()) {
            return false;
        }
        int link = text.indexOf('<');
        String bare = (link > 0 ? text.substring(0, link) : text).strip();
        if (bare.endsWith(".")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        return bare.indexOf(',') < 0 && bare.split(" +").length <= MAX_WORDS && lexicon.isSentFrom(bare);
    }
}
