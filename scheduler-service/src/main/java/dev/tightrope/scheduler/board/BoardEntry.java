package dev.tightrope.scheduler.board;

import java.util.List;

/**
 * One list of one rep.
 *
 * @param count how many outreaches are on it
 * @param longest those that are on it longest
 */
public record BoardEntry(long count, List<BoardItem> longest) {
    static final BoardEntry NONE = new BoardEntry(0, List.of());
}
