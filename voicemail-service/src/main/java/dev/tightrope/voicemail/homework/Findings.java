package dev.tightrope.voicemail.homework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one outreach's homework found last, for the team.
 *
 * @param foundBy who wrote it down; absent until their profile has arrived here
 */
public record Findings(
        UUID prospectId,
        String prospectName,
        String executiveName,
        @Nullable String namePronunciation,
        List<String> lookedUp,
        @Nullable String pain,
        @Nullable String giveFirst,
        @Nullable String foundBy,
        Instant updatedAt) {}
