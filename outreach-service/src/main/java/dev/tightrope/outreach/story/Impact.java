package dev.tightrope.outreach.story;

import org.jspecify.annotations.Nullable;

/**
 * A positive effect our work had.
 *
 * @param text what became better
 * @param figure by how much, where known
 */
public record Impact(String text, @Nullable String figure) {}
