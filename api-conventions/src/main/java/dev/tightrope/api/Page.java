package dev.tightrope.api;

import java.util.List;
import java.util.function.Function;

/** One page of a list: {@code { "data": [...], "page": { "nextCursor": "…", "hasMore": true } }}. */
public record Page<T>(List<T> data, PageInfo page) {
    /** Copies the rows. */
    public Page {
        data = List.copyOf(data);
    }

    /**
     * A page from the rows of a query with {@code LIMIT limit + 1} ({@link PageRequest#fetchSize()}): the row too many
     * only says that there is more.
     *
     * @param cursorOf the sort keys of a row, from which the next page goes on
     */
    public static <T> Page<T> of(List<T> rowsFetchedLimitPlusOne, int limit, Function<? super T, Cursor> cursorOf) {
        if (rowsFetchedLimitPlusOne.size() <= limit) {
            return new Page<>(rowsFetchedLimitPlusOne, new PageInfo(null, false));
        }
        List<T> rows = rowsFetchedLimitPlusOne.subList(0, limit);
        String next = cursorOf.apply(rows.get(limit - 1)).encoded();
        return new Page<>(rows, new PageInfo(next, true));
    }

    /** The same page with its rows in another form. */
    public <R> Page<R> map(Function<? super T, ? extends R> form) {
        return new Page<>(data.stream().<R>map(form).toList(), page);
    }
}
