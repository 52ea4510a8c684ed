package dev.tightrope.scheduler.reminder;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants their mails.
 *
 * @param language one there are words in; absent: the profile's
 * @param delivery when they get reminders
 * @param digestAt the local time of the digest
 */
public record ReminderPreferences(
        @Schema(description = "One of en, sv, de, fr, es; left out: the language of the profile")
        @Nullable
        @Pattern(
                regexp = "en|sv|de|fr|es",
                message = "must be one of en, sv, de, fr, es, or left out for the profile's")
        String language,

        @NotNull ReminderDelivery delivery,

        @Schema(description = "Local time of the digest, on working days", examples = "08:00")
        @NotNull
        @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "must be a time of day such as 08:30")
        String digestAt) {}
