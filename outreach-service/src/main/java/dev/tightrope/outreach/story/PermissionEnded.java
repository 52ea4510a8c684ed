package dev.tightrope.outreach.story;

import java.time.Instant;

/**
 * CDI event, fired inside the transaction that ends a permission, so that outreaches telling the story can stop.
 *
 * @param story as it is now, its permission ended
 * @param at when
 */
public record PermissionEnded(Story story, Instant at) {}
