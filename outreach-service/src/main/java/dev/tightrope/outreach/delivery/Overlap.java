package dev.tightrope.outreach.delivery;

/**
 * A mail of ours that shares something with an inbound message.
 *
 * @param sent our mail
 * @param fromAddress whom it was from
 * @param common pieces of text they have in common
 * @param of pieces our text has
 * @param sameSubject whether the subjects are the same, prefixes aside
 */
public record Overlap(SentMail sent, String fromAddress, int common, int of, boolean sameSubject) {
    /** How much of our text the message holds, from 0 to 1. */
    public double share() {
        return of == 0 ? 0 : (double) common / of;
    }
}
