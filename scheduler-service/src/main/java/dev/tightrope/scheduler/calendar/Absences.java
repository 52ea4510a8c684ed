package dev.tightrope.scheduler.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is away when, and who stands in for them: the deputy, or if they are away, too, theirs. */
public record Absences(List<Absence> all) {
    /**
     * Somebody is away.
     *
     * @param personId who
     * @param firstDay the first day
     * @param lastDay the last day
     * @param deputyId who stands in for them
     */
    public record Absence(
            UUID personId,
            LocalDate firstDay,
            LocalDate lastDay,
            @Nullable UUID deputyId) {
        boolean covers(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    /** Who does somebody's work on that day: they themselves, or who stands in; empty if nobody does. */
    public Optional<UUID> atWork(UUID personId, LocalDate day) {
        Set<UUID> asked = new HashSet<>();
        UUID candidate = personId;
        // Two who stand in for each other and are both away would be asked for ever.
        while (candidate != null && asked.add(candidate)) {
            Optional<Absence> away = absence(candidate, day);
            if (away.isEmpty()) {
                return Optional.of(candidate);
            }
            candidate = away.get().deputyId();
        }
        return Optional.empty();
    }

    /** Who is away on that day, or on the one before or after it: somewhere it is another day already. */
    public Set<UUID> peopleAwayAbout(LocalDate day) {
        return all.stream()
                .filter(absence -> !day.plusDays(1).isBefore(absence.firstDay())
                        && !day.minusDays(1).isAfter(absence.lastDay()))
                .map(Absence::personId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The days on which nobody does somebody's work. */
    public Set<LocalDate> uncovered(UUID personId) {
        return all.stream()
                .filter(absence -> absence.personId().equals(personId))
                .flatMap(absence ->
                        absence.firstDay().datesUntil(absence.lastDay().plusDays(1)))
                .filter(day -> atWork(personId, day).isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<Absence> absence(UUID personId, LocalDate day) {
        return all.stream()
                .filter(absence -> absence.personId().equals(personId) && absence.covers(day))
                .findFirst();
    }
}
