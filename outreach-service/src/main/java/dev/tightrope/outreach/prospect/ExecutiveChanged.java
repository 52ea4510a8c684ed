package dev.tightrope.outreach.prospect;

/**
 * CDI event, fired inside the transaction that changes an executive, so that outreaches can follow.
 *
 * @param before as they were
 * @param after as they are now
 */
public record ExecutiveChanged(Executive before, Executive after) {}
