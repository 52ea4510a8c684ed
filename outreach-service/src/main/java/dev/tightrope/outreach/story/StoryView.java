package dev.tightrope.outreach.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A success story as the API shows it.
 *
 * @param mayBeNamed whether the competitor may be named now
 */
record StoryView(
        UUID id,
        Competitor competitor,
        String offering,
        String businessUserRole,
        String situation,
        String details,
        List<Impact> impacts,
        String language,
        @Nullable PermissionView permission,
        @Nullable Withdrawal permissionWithdrawal,
        boolean mayBeNamed,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        long version) {

    /** A permission in the form it is written in. */
    record PermissionView(
            Permission.Kind kind,
            @Nullable String by,
            @Nullable LocalDate until,
            @Nullable String url) {}

    /** When, by whom and why the permission was withdrawn. */
    record Withdrawal(
            Instant at, @Nullable UUID by, @Nullable String reason) {}

    static StoryView of(Story story, Instant now) {
        Permission permission = story.permission();
        return new StoryView(
                story.id(),
                story.competitor(),
                story.offering(),
                story.businessUserRole(),
                story.situation(),
                story.details(),
                story.impacts(),
                story.language(),
                permission == null
                        ? null
                        : new PermissionView(permission.kind(), permission.by(), permission.until(), permission.url()),
                permission == null || permission.endedAt() == null
                        ? null
                        : new Withdrawal(permission.endedAt(), permission.endedBy(), permission.endReason()),
                story.mayBeNamedAt(now),
                story.createdAt(),
                story.createdBy(),
                story.updatedAt(),
                story.updatedBy(),
                story.version());
    }
}
