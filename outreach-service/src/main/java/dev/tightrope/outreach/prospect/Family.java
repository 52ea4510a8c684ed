package dev.tightrope.outreach.prospect;

import java.util.List;
import java.util.Set;

/**
 * What a prospect and everybody who is one company with it are called and found by.
 *
 * @param names every name, the prospect's own first
 * @param domains every domain
 */
public record Family(List<String> names, Set<String> domains) {}
