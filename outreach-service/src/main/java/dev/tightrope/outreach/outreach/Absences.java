package dev.tightrope.outreach.outreach;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in that somebody at the prospect is away, as an automatic reply says. */
public interface Absences {

    /**
     * Moves the wait by the days of it on which somebody is away: each day once, however many replies tell of it, and
     * within {@code tightrope.wait.absence-limit}. While no wait runs the absence is remembered. Must run in a transaction.
     *
     * @param round round whose mail was answered; of an earlier one it says nothing about the wait now
     * @param who who is away
     * @param at when they said so
     * @param startsOn first day they are away; absent if they are away already
     * @param returnsOn first day they are there again
     */
    void told(UUID outreachId, int round, String who, Instant at, @Nullable LocalDate startsOn, LocalDate returnsOn);

    /** Moves a wait that goes on or began anew by what was told before. Must run in a transaction. */
    void goesOn(UUID outreachId);
}
