package dev.tightrope.outreach.hold;

import java.util.UUID;

/**
 * Who wants to hold which company.
 *
 * @param outreachId the outreach
 * @param prospectId a prospect of the company
 * @param ownerId rep who owns the outreach
 * @param ownerName that rep's name
 */
public record HoldRequest(UUID outreachId, UUID prospectId, UUID ownerId, String ownerName) {}
