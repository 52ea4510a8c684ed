package dev.tightrope.outreach.people;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rep, manager or administrator of ours.
 *
 * @param id the person, equal to the subject of their tokens
 * @param name full name
 * @param title job title
 * @param phone number the executive is asked to call back, E.164
 * @param email address the prepared mail comes from and reminders go to
 * @param zone IANA time zone
 * @param language BCP 47 language tag
 * @param signature plain-text signature
 * @param teamId team the person belongs to or manages
 * @param manager whether the person manages that team
 * @param updatedAt when the profile last changed
 * @param version counts the changes, from 1
 */
public record Person(
        UUID id,
        String name,
        @Nullable String title,
        @Nullable String phone,
        @Nullable String email,
        ZoneId zone,
        String language,
        @Nullable String signature,
        @Nullable UUID teamId,
        boolean manager,
        Instant updatedAt,
        long version) {}
