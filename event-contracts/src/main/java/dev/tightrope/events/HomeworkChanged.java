package dev.tightrope.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers of a homework that had been complete were changed.
 *
 * @param ref the outreach it belongs to
 * @param pain the pain found, in the prospect's words
 * @param namePronunciation how the executive's name is said
 * @param lookedUp links to what was read about them
 * @param giveFirst what we give before we ask
 * @param at when
 * @param actedBy the person who did it; absent where nobody is known
 */
public record HomeworkChanged(
        OutreachRef ref,
        @Nullable String pain,
        @Nullable String namePronunciation,
        List<String> lookedUp,
        @Nullable String giveFirst,
        Instant at,
        @Nullable UUID actedBy)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
