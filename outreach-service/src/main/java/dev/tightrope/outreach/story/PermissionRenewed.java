package dev.tightrope.outreach.story;

/**
 * CDI event, fired inside the transaction that makes a permission hold which did not, so that outreaches that gave up
 * the story may tell it again.
 *
 * @param story as it is now, its permission holding
 */
public record PermissionRenewed(Story story) {}
