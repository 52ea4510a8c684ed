package dev.tightrope.scheduler.board;

import dev.tightrope.api.Visibility;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose outreaches are on a board.
 *
 * @param visibility what the reader sees
 * @param teamId the team; absent for a rep, who sees what is theirs
 * @param forwardedSince from when on forwards are counted
 */
public record BoardScope(Visibility visibility, @Nullable UUID teamId, Instant forwardedSince) {
    private static final int DAYS = 7;

    /** The board of the last seven days, today being the eighth. */
    static BoardScope lastDays(Visibility visibility, @Nullable UUID teamId, Instant now, ZoneId zone) {
        return new BoardScope(
                visibility,
                teamId,
                now.atZone(zone)
                        .toLocalDate()
                        .minusDays(DAYS)
                        .atStartOfDay(zone)
                        .toInstant());
    }

    /** The outreaches, as a query; what it binds is {@link #visibility}, and :board where there is a team. */
    String outreaches() {
        return "SELECT * FROM outreach WHERE " + (teamId == null ? "" : "team_id = :board AND ") + Visibility.SQL;
    }

    /** Who has a row of their own even with nothing in hand. */
    String people() {
        return teamId == null
                ? "SELECT CAST(:me AS uuid) AS id"
                : "SELECT id FROM person WHERE team_id = :board AND NOT manager";
    }
}
