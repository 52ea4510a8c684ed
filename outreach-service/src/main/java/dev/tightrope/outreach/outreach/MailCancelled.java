package dev.tightrope.outreach.outreach;

/**
 * The promised e-mail may not go any more: an intent that is not out is to be withdrawn. Fired inside the transaction.
 *
 * @param outreach the outreach in the round whose e-mail is withdrawn
 * @param reason why
 */
public record MailCancelled(OutreachView outreach, String reason) {}
