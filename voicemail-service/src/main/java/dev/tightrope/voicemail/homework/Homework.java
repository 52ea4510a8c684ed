package dev.tightrope.voicemail.homework;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one round.
 *
 * @param version counts up from round to round, so that an ETag of an earlier one never fits
 * @param lookedUp links to what was read about them
 * @param pain a pain they really have, in their words
 * @param giveFirst what we give before we ask
 * @param completedAt when it was complete for the first time
 * @param carriedOver whether these are the answers of an earlier round at the prospect, not yet confirmed for this one
 */
public record Homework(
        UUID outreachId,
        int round,
        long version,
        @Nullable String namePronunciation,
        List<String> lookedUp,
        @Nullable String pain,
        @Nullable String giveFirst,
        @Nullable Instant completedAt,
        @Nullable Instant updatedAt,
        boolean carriedOver) {
    private static final String CONFIRMATION = "confirmation";

    /** Copies the links. */
    public Homework {
        lookedUp = List.copyOf(lookedUp);
    }

    /** Whether every question is answered for this round. */
    public boolean complete() {
        return missing().isEmpty();
    }

    /** Names of the questions without an answer, and the confirmation where the answers are those of another round. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (namePronunciation == null) {
            missing.add("namePronunciation");
        }
        if (lookedUp.isEmpty()) {
            missing.add("lookedUp");
        }
        if (pain == null) {
            missing.add("pain");
        }
        if (giveFirst == null) {
            missing.add("giveFirst");
        }
        if (carriedOver) {
            missing.add(CONFIRMATION);
        }
        return missing;
    }

    /** The pain as found for this round. */
    public @Nullable String confirmedPain() {
        return carriedOver ? null : pain;
    }

    /** Whether the same was found out about them. */
    boolean sameFindings(Homework other) {
        return Objects.equals(namePronunciation, other.namePronunciation)
                && lookedUp.equals(other.lookedUp)
                && Objects.equals(pain, other.pain)
                && Objects.equals(giveFirst, other.giveFirst);
    }
}
