package dev.tightrope.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every event of an outreach carries, so that its readers can decide and authorise without asking.
 *
 * @param outreachId the outreach
 * @param round its current round, from 1
 * @param prospectId the company
 * @param ownerId rep who owns it
 * @param teamId team of that rep
 */
public record OutreachRef(
        UUID outreachId,
        int round,
        UUID prospectId,
        UUID ownerId,
        @Nullable UUID teamId) {}
