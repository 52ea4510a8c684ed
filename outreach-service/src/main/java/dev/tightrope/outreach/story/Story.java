package dev.tightrope.outreach.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A success story.
 *
 * @param id the story
 * @param competitor who it is about
 * @param offering what we sold there
 * @param businessUserRole role of those it helped, whom the mail is written for
 * @param situation how things were before
 * @param details what was done, in detail
 * @param impacts what it led to
 * @param language BCP 47 tag of the language it is written in
 * @param permission why we may name the competitor; absent while nobody allowed it
 * @param createdAt when it was recorded
 * @param createdBy who recorded it
 * @param updatedAt when it last changed
 * @param updatedBy who changed it last
 * @param version counts the changes, from 1
 */
public record Story(
        UUID id,
        Competitor competitor,
        String offering,
        String businessUserRole,
        String situation,
        String details,
        List<Impact> impacts,
        String language,
        @Nullable Permission permission,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        long version) {

    /** Whether the competitor may be named at that moment. */
    public boolean mayBeNamedAt(Instant moment) {
        return permission != null && permission.holdsAt(moment);
    }
}
