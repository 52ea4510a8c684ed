package dev.tightrope.events;

import java.util.UUID;

/**
 * Nobody stands in during an absence any more, because it was taken back or has no deputy now. Keyed by the absence.
 *
 * @param absenceId the absence
 * @param personId who is, or was to be, away
 */
public record DeputyDismissed(UUID absenceId, UUID personId) implements TightropeEvent {
    @Override
    public UUID key() {
        return absenceId;
    }
}
