package dev.tightrope.outreach.outreach;

/**
 * An outreach was closed. Fired inside the transaction.
 *
 * @param outreach the outreach after the move
 */
public record OutreachEnded(OutreachView outreach) {}
