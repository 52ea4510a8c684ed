package dev.tightrope.outreach.people;

/**
 * CDI event, fired inside the transaction that changes a profile, so that outreaches can follow a change of team.
 *
 * @param before as it was
 * @param after as it is now
 */
public record ProfileChanged(Person before, Person after) {}
