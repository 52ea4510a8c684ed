package dev.tightrope.api;

import org.jspecify.annotations.Nullable;

/**
 * Where a page ends.
 *
 * @param nextCursor to be passed as {@code cursor} for the next page; absent on the last one
 * @param hasMore whether there is a next page
 */
public record PageInfo(@Nullable String nextCursor, boolean hasMore) {}
