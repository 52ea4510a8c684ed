package dev.tightrope.outreach.outreach;

/**
 * CDI event, fired inside the transaction in which an outreach is handed over to another rep.
 *
 * @param outreach the outreach after the move, with its new owner
 */
public record OwnerChanged(OutreachView outreach) {}
