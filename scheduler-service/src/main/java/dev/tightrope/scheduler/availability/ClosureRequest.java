package dev.tightrope.scheduler.availability;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A closure as clients write it; without a last day it is one day, without a country it is everywhere. */
record ClosureRequest(
        @NotNull LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable String country,

        @NotNull
        @Size(max = 200, message = "must have at most 200 characters")
        @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "must be one line that says why")
        String reason) {}
