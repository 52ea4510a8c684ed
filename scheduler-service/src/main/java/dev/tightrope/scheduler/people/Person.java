package dev.tightrope.scheduler.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rep or manager as we know them.
 *
 * @param id equal to the subject of their tokens
 * @param name full name
 * @param email where reminders go
 * @param phone E.164
 * @param zone IANA time zone
 * @param language BCP 47 language tag
 * @param teamId their team
 * @param manager whether they manage it
 */
public record Person(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone,
        String zone,
        String language,
        @Nullable UUID teamId,
        boolean manager) {}
