package dev.tightrope.outreach.outreach;

import java.time.Instant;

/**
 * The rep found out that the e-mail whose outcome was unknown had been accepted. Fired inside the transaction.
 *
 * @param outreach the outreach after the move
 * @param at when it was found out
 */
public record MailConfirmed(OutreachView outreach, Instant at) {}
