package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.board.Board;
import dev.tightrope.scheduler.board.BoardEntry;
import dev.tightrope.scheduler.board.BoardItem;
import dev.tightrope.scheduler.board.RepOnBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** A board of three reps: one with much overdue, one with nothing to ask about, one whose mail was passed on. */
final class SampleBoard {
    private static final List<String> COMPANIES = List.of(
            "Müller & Söhne AG",
            "Nordfrakt",
            "Société Générale de Transport Frigorifique",
            "Baltic <Lines>",
            "Hållbar Värme AB");
    private static final BoardEntry NONE = new BoardEntry(0, List.of());

    private SampleBoard() {}

    static Board of(Instant now) {
        return new Board(
                UUID.randomUUID(),
                now,
                now.minus(Duration.ofDays(9)),
                List.of(
                        rep("Anna Berg", entry(23, now), entry(2, now), entry(9, now), entry(1, now), NONE),
                        rep("Ben Öst", entry(4, now), NONE, NONE, NONE, NONE),
                        rep(
                                "Carla Nilsson-Ek",
                                entry(12, now),
                                NONE,
                                entry(1, now),
                                NONE,
                                entry(2, now.plus(Duration.ofDays(5)))),
                        rep("Dan Ek", NONE, NONE, NONE, NONE, NONE)));
    }

    private static RepOnBoard rep(
            String name,
            BoardEntry held,
            BoardEntry calls,
            BoardEntry followUps,
            BoardEntry withoutNextStep,
            BoardEntry forwarded) {
        return new RepOnBoard(UUID.randomUUID(), name, held, calls, followUps, withoutNextStep, forwarded);
    }

    private static BoardEntry entry(int count, Instant now) {
        List<BoardItem> longest = IntStream.range(0, Math.min(count, COMPANIES.size()))
                .mapToObj(number -> new BoardItem(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        COMPANIES.get(number),
                        "Karin Holm",
                        now.minus(Duration.ofDays(12 - 3L * number))))
                .toList();
        return new BoardEntry(count, longest);
    }
}
