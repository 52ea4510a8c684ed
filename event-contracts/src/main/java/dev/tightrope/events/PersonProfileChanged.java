package dev.tightrope.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rep's or manager's profile was created or changed. Keyed by the person.
 *
 * @param personId the person, equal to the subject of their tokens
 * @param name full name
 * @param title job title
 * @param phone E.164
 * @param email address reminders are sent to
 * @param zone IANA time zone
 * @param language BCP 47 language tag
 * @param signature plain-text signature
 * @param teamId team the person belongs to or manages
 * @param manager whether the person manages that team
 */
public record PersonProfileChanged(
        UUID personId,
        String name,
        @Nullable String title,
        @Nullable String phone,
        @Nullable String email,
        String zone,
        String language,
        @Nullable String signature,
        @Nullable UUID teamId,
        boolean manager)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return personId;
    }
}
