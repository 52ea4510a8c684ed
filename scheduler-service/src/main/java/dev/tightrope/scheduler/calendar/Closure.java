package dev.tightrope.scheduler.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days on which the company is closed.
 *
 * @param firstDay the first of them
 * @param lastDay the last of them
 * @param country where, ISO 3166-1 alpha-2; null for everywhere
 * @param reason why, in words
 */
public record Closure(
        LocalDate firstDay, LocalDate lastDay, @Nullable String country, String reason) {
    boolean covers(LocalDate day, @Nullable String where) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay) && (country == null || country.equals(where));
    }
}
