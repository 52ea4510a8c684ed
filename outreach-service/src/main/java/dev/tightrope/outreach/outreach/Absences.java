package dev.tightrope.outreach.outreach;

import java.time.LocalDate;
import java.util.UUID;

/** Takes in that somebody at the prospect is away, as an automatic reply says. */
public interface Absences {

    /**
     * Moves the wait by the absence, counted from the mail's acceptance: once per absence, however many replies tell of it,
     * and within {@code tightrope.wait.absence-limit}. Must run in a transaction.
     *
     * @param round round whose mail was answered; of an earlier one it says nothing about the wait now
     * @param who who is away
     * @param returnsOn first day they are there again
     */
    void told(UUID outreachId, int round, String who, LocalDate returnsOn);
}
