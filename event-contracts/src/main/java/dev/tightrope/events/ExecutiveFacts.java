package dev.tightrope.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the other services need to know of an executive.
 *
 * @param executiveId the executive
 * @param name full name
 * @param title job title
 * @param phone cell phone, E.164
 * @param zone IANA time zone, where known
 * @param language BCP 47 language tag, where known
 * @param region ISO 3166-2 code of the subdivision where they work, where known
 */
public record ExecutiveFacts(
        UUID executiveId,
        String name,
        @Nullable String title,
        String phone,
        @Nullable String zone,
        @Nullable String language,
        @Nullable String region) {}
