package dev.tightrope.scheduler.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closure as the API shows it.
 *
 * @param id the closure
 * @param firstDay the first day
 * @param lastDay the last day
 * @param country where; absent for everywhere
 * @param reason why
 * @param updatedAt when it was recorded
 */
public record ClosureView(
        UUID id,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable String country,
        String reason,
        Instant updatedAt) {}
