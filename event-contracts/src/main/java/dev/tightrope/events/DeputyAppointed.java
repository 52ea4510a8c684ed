package dev.tightrope.events;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody stands in for a person of ours who is away: they see the outreaches and act on them meanwhile. Told again with
 * other moments or another deputy, it replaces what was told of the same absence. Keyed by the absence.
 *
 * @param absenceId the absence
 * @param personId who is away
 * @param deputyId who stands in
 * @param from when the absence begins
 * @param until when it is over
 */
public record DeputyAppointed(UUID absenceId, UUID personId, UUID deputyId, Instant from, Instant until)
        implements TightropeEvent {
    @Override
    public UUID key() {
        return absenceId;
    }
}
