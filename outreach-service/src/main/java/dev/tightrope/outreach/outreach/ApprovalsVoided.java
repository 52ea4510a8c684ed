package dev.tightrope.outreach.outreach;

/**
 * The locked e-mail is open again and what was approved after it is void. Fired inside the transaction.
 *
 * @param outreach the outreach after the move
 * @param reason why
 */
public record ApprovalsVoided(OutreachView outreach, String reason) {}
