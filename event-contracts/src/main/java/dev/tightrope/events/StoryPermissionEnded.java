package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The permission to name the competitor ended while the outreach runs.
 *
 * @param ref the outreach it belongs to
 * @param storyId the story
 * @param competitor who must not be named any more
 * @param at when
 */
public record StoryPermissionEnded(OutreachRef ref, UUID storyId, String competitor, Instant at)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
