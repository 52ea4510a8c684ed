package dev.tightrope.outreach.story;

/**
 * CDI event, fired inside the transaction that rewrites a story, so that outreaches telling it can look at it anew.
 *
 * @param story as it is now
 */
public record StoryRewritten(Story story) {}
