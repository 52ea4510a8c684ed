package dev.tightrope.outreach.outreach;

/**
 * A round began: its e-mail is to be drafted. Fired inside the transaction.
 *
 * @param outreach the outreach after the move
 */
public record RoundBegun(OutreachView outreach) {}
