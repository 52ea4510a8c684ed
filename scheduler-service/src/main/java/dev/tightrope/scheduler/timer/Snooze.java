package dev.tightrope.scheduler.timer;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Until when a reminder is to rest: one of both.
 *
 * @param until the day it comes back, on its working morning or the first one after it
 * @param workingDays the same as a number of working days from today
 */
public record Snooze(
        @Schema(description = "The day it comes back; or give workingDays", examples = "2026-03-09") @Nullable
        LocalDate until,

        @Schema(description = "The same as working days from today") @Min(1) @Max(60) @Nullable
        Integer workingDays) {}
