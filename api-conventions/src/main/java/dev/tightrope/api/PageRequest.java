package dev.tightrope.api;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: {@code ?limit=50&cursor=…}.
 *
 * @param limit rows on a page
 * @param cursor where the page before ended; absent for the first one
 */
public record PageRequest(int limit, @Nullable Cursor cursor) {
    /** Rows on a page unless the caller says otherwise. */
    public static final int DEFAULT_LIMIT = 50;

    /** The most rows on a page. */
    public static final int MAX_LIMIT = 200;

    /** Refuses limits outside of 1 to {@value #MAX_LIMIT} with 400. */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problems.badRequest(FieldError.query("limit", "must be between 1 and " + MAX_LIMIT));
        }
    }

    /**
     * Reads the two query parameters.
     *
     * @throws ProblemException 400 naming the parameter that is wrong
     */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit,
                cursor == null || cursor.isEmpty() ? null : Cursor.parse(cursor));
    }

    /** One more than the page holds, to learn whether there is a next one. */
    public int fetchSize() {
        return limit + 1;
    }
}
