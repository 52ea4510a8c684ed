package dev.tightrope.scheduler.reminder;

import org.jspecify.annotations.Nullable;

/**
 * A mail that was refused for good, as a manager is told of it.
 *
 * @param kind what it was about
 * @param person whose mail it was
 * @param address where it was to go
 * @param answer what the mail server said
 * @param waiting how many mails to that address were refused and wait for another
 */
record RefusedMail(
        ReminderKind kind,
        String person,
        @Nullable String address,
        @Nullable String answer,
        long waiting) {}
