package dev.tightrope.scheduler.availability;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An absence as clients write it: by default the caller's own, of one day, without a deputy. */
record AbsenceRequest(
        @Nullable UUID personId,
        @NotNull LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable UUID deputyId) {}
