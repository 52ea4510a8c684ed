package dev.tightrope.voicemail.call;

import org.jspecify.annotations.Nullable;

/** Somebody the executive pointed to. */
public record ReferredTo(
        @Nullable String name,
        @Nullable String role,
        @Nullable String phone) {}
