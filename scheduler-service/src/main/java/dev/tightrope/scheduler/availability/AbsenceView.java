package dev.tightrope.scheduler.availability;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An absence as the API shows it.
 *
 * @param id the absence
 * @param personId who is away
 * @param firstDay the first day
 * @param lastDay the last day
 * @param deputyId who stands in; absent if nobody does, and what is due waits
 * @param updatedAt when it was changed last
 * @param version of the row, for its ETag
 */
public record AbsenceView(
        UUID id,
        UUID personId,
        LocalDate firstDay,
        LocalDate lastDay,
        @Nullable UUID deputyId,
        Instant updatedAt,
        @JsonIgnore long version) {}
