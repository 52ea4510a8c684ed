package dev.tightrope.api.list;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An order a list can be had in; the id breaks ties, so every row has its place.
 *
 * @param name as it stands in the query parameter
 * @param column expression rows are sorted by
 * @param type its SQL type
 * @param descending whether the greatest comes first
 */
public record Sort(String name, String column, String type, boolean descending) {
    /** As they were recorded: ids of version 7 grow with time. */
    public static final Sort CREATED = new Sort("createdAt", "id", "uuid", false);

    /** The latest recorded first. */
    public static final Sort LATEST_CREATED = new Sort("-createdAt", "id", "uuid", true);

    /** The longest unchanged first, for polling. */
    public static final Sort UPDATED = new Sort("updatedAt", "updated_at", "timestamptz", false);

    /** The latest changed first. */
    public static final Sort LATEST_UPDATED = new Sort("-updatedAt", "updated_at", "timestamptz", true);

    /** By name, ignoring case. */
    public static final Sort NAME = new Sort("name", "lower(name)", "text", false);

    /** The order asked for; without one the first, or by change for polling clients. */
    public static Sort choose(@Nullable String asked, boolean polling, List<Sort> offered) {
        if (asked == null || asked.isEmpty()) {
            return polling ? byChange(offered) : offered.get(0);
        }
        return offered.stream()
                .filter(sort -> sort.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> Problems.badRequest(FieldError.query(
                        "sort",
                        "must be one of " + offered.stream().map(Sort::name).collect(Collectors.joining(", ")))));
    }

    /** A list may know a row's change by another column. */
    private static Sort byChange(List<Sort> offered) {
        return offered.stream()
                .filter(sort -> sort.name().equals(UPDATED.name()))
                .findFirst()
                .orElse(UPDATED);
    }
}
