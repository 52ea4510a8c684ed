package dev.tightrope.scheduler.board;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One outreach on a list of the board.
 *
 * @param outreachId the outreach
 * @param personId the rep who owns it
 * @param company the prospect
 * @param executive name of its executive
 * @param since since when it belongs on the list
 */
public record BoardItem(
        UUID outreachId,
        UUID personId,
        @Nullable String company,
        @Nullable String executive,
        Instant since) {}
