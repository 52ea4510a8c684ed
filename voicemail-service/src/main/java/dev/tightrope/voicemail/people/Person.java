package dev.tightrope.voicemail.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of our people, as far as this service needs to know.
 *
 * @param language BCP 47 tag of the language they read
 */
public record Person(
        UUID id, String name, String language, @Nullable UUID teamId, boolean manager) {}
