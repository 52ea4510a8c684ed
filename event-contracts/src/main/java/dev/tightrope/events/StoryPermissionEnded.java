package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The competitor may not be named any more while the outreach runs.
 *
 * @param ref the outreach it belongs to
 * @param storyId the story
 * @param competitor who must not be named any more
 * @param at when
 * @param reason PERMISSION_ENDED, or STORY_ABOUT_THEM if the competitor is their own company; absent for the former
 */
public record StoryPermissionEnded(
        OutreachRef ref,
        UUID storyId,
        String competitor,
        Instant at,
        @Nullable String reason) implements TightropeEvent {
    /** Its permission ended. */
    public StoryPermissionEnded(OutreachRef ref, UUID storyId, String competitor, Instant at) {
        this(ref, storyId, competitor, at, null);
    }

    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
