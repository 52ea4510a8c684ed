package dev.tightrope.events;

import org.jspecify.annotations.Nullable;

/**
 * Somebody the executive pointed to.
 *
 * @param name who
 * @param role their role
 * @param phone their number
 */
public record Referral(
        String name, @Nullable String role, @Nullable String phone) {}
