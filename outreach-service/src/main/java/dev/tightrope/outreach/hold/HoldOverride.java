package dev.tightrope.outreach.hold;

import java.util.UUID;

/**
 * A manager lets a second outreach at a held company happen.
 *
 * @param managerId who
 * @param reason why
 */
public record HoldOverride(UUID managerId, String reason) {}
