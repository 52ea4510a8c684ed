package dev.tightrope.outreach.inbound.analysis.quotes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message while it is being read: the body's own, or one quoted in it. */
final class Level {
    final Start start;
    final @Nullable Level parent;
    final int contentDepth;
    final List<Line> lines = new ArrayList<>();

    /** The quote inside it that ended last: more lines of its depth belong to it again. */
    @Nullable
    Level lastClosed;

    Level(Start start, @Nullable Level parent, int contentDepth) {
        this.start = start;
        this.parent = parent;
        this.contentDepth = contentDepth;
    }

    boolean isRoot() {
        return parent == null;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.shown()).append('\n');
        }
        return text.toString().strip();
    }
}
