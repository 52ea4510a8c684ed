package dev.tightrope.voicemail.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of our people, as far as this service needs to know. */
public record Person(UUID id, String name, @Nullable UUID teamId, boolean manager) {}
