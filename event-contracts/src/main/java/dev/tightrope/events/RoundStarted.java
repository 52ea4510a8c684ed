package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * A round began: one story, one e-mail, one script, one voicemail, one wait.
 *
 * @param ref the outreach it belongs to
 * @param storyId the success story
 * @param competitor the company the story is about
 * @param at when
 */
public record RoundStarted(OutreachRef ref, UUID storyId, String competitor, Instant at) implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
