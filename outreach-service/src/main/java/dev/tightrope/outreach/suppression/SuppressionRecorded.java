package dev.tightrope.outreach.suppression;

/**
 * CDI event, fired inside the transaction that records a suppression, so that outreaches to it can close.
 *
 * @param suppression as recorded
 */
public record SuppressionRecorded(Suppression suppression) {}
