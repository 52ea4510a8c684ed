package dev.tightrope.scheduler.board;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a team has in hand.
 *
 * @param teamId the team; absent where only own outreaches are shown
 * @param at when this was so
 * @param forwardedSince from when on forwards are counted
 * @param reps its reps, by name; somebody else who owns an outreach there, too
 */
public record Board(@Nullable UUID teamId, Instant at, Instant forwardedSince, List<RepOnBoard> reps) {
    /** Whether there is nothing to tell. */
    public boolean nothingInHand() {
        return reps.stream().noneMatch(RepOnBoard::hasAnything);
    }

    /** How many outreaches of the team are on a list. */
    public long total(BoardList list) {
        return reps.stream().mapToLong(rep -> rep.list(list).count()).sum();
    }
}
