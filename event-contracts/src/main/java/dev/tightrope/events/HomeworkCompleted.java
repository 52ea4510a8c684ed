package dev.tightrope.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Every question of the homework is answered.
 *
 * @param ref the outreach it belongs to
 * @param pain the pain found, in the prospect's words
 * @param at when
 * @param namePronunciation how the executive's name is said
 * @param lookedUp links to what was read about them
 * @param giveFirst what we give before we ask
 * @param actedBy the person who did it; absent where nobody is known
 */
public record HomeworkCompleted(
        OutreachRef ref,
        String pain,
        Instant at,
        @Nullable String namePronunciation,
        @Nullable List<String> lookedUp,
        @Nullable String giveFirst,
        @Nullable UUID actedBy)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return ref.outreachId();
    }
}
