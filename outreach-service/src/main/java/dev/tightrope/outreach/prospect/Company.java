package dev.tightrope.outreach.prospect;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Prospects that count as one company, because they share a parent or a domain; a company hold covers all of them.
 *
 * @param id the topmost prospect, which stands for the company
 * @param prospectIds every prospect of it, the topmost included
 * @param domains every domain of it
 */
public record Company(UUID id, List<UUID> prospectIds, Set<String> domains) {}
