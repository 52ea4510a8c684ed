package dev.tightrope.scheduler.board;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one rep has in hand.
 *
 * @param personId the rep
 * @param name their name; absent until their profile is known
 * @param companiesHeld open outreaches: each holds its company
 * @param callsOverdue calls they were reminded of and have not made
 * @param followUpsOverdue waits that are over
 * @param withoutNextStep engaged outreaches whose next step is missing or overdue
 * @param forwarded outreaches whose mail turned out to be passed on
 */
public record RepOnBoard(
        UUID personId,
        @Nullable String name,
        BoardEntry companiesHeld,
        BoardEntry callsOverdue,
        BoardEntry followUpsOverdue,
        BoardEntry withoutNextStep,
        BoardEntry forwarded) {
    static RepOnBoard of(UUID personId, @Nullable String name, Map<BoardList, BoardEntry> lists) {
        return new RepOnBoard(
                personId,
                name,
                lists.getOrDefault(BoardList.COMPANIES_HELD, BoardEntry.NONE),
                lists.getOrDefault(BoardList.CALLS_OVERDUE, BoardEntry.NONE),
                lists.getOrDefault(BoardList.FOLLOW_UPS_OVERDUE, BoardEntry.NONE),
                lists.getOrDefault(BoardList.WITHOUT_NEXT_STEP, BoardEntry.NONE),
                lists.getOrDefault(BoardList.FORWARDED, BoardEntry.NONE));
    }

    /** Whether any list names them. */
    public boolean hasAnything() {
        return Arrays.stream(BoardList.values()).anyMatch(list -> list(list).count() > 0);
    }

    /** The list asked for. */
    public BoardEntry list(BoardList list) {
        return switch (list) {
            case COMPANIES_HELD -> companiesHeld;
            case CALLS_OVERDUE -> callsOverdue;
            case FOLLOW_UPS_OVERDUE -> followUpsOverdue;
            case WITHOUT_NEXT_STEP -> withoutNextStep;
            case FORWARDED -> forwarded;
        };
    }
}
