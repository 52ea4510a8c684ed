package dev.tightrope.outreach.inbound.chain;

import java.util.UUID;

/**
 * Somebody in the chain.
 *
 * @param id of the profile, the executive or the contact
 */
record PersonKey(PersonKind kind, UUID id) {}
