package dev.tightrope.scheduler.reminder;

import java.util.ArrayList;
import java.util.List;

/** Somebody else's words, line by line, so that they can be told from ours. */
final class QuotedText {
    /** Lines that are shown; whoever wrote more is read in the outreach. */
    static final int MOST_LINES = 60;

    private static final String AND_SO_ON = "…";

    private QuotedText() {}

    /**
     * Its lines, without controls, and with no more than one empty line between two.
     *
     * @param longest length from which on it was cut already
     */
    static List<String> lines(String text, int longest) {
        List<String> lines = new ArrayList<>();
        for (String line : text.strip().lines().toList()) {
            String shown = HeaderText.display(line);
            boolean secondEmptyOne = shown.isEmpty()
                    && !lines.isEmpty()
                    && lines.get(lines.size() - 1).isEmpty();
            if (!secondEmptyOne) {
                lines.add(shown);
            }
        }
        boolean tooMany = lines.size() > MOST_LINES;
        List<String> shown = new ArrayList<>(tooMany ? lines.subList(0, MOST_LINES) : lines);
        if (tooMany || text.length() >= longest - 1) {
            shown.add(AND_SO_ON);
        }
        return List.copyOf(shown);
    }
}
