package dev.tightrope.outreach.outreach;

/**
 * CDI event, fired inside the transaction in which a late response reopens an outreach.
 *
 * @param outreach as it is now
 */
public record OutreachCameBack(OutreachView outreach) {}
