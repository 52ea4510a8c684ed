package dev.tightrope.api.list;

import dev.tightrope.api.Cursor;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * One list request as keyset-paged SQL. The table expression must have the columns {@code id} and {@code updated_at};
 * every piece of SQL given here is our own text, values are only ever bound.
 */
public final class Listing {
    private static final String KEY = "listing_key";

    private final String from;
    private final Sort sort;
    private @Nullable Visibility visibility;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, List<String>> arrays = new LinkedHashMap<>();

    /**
     * Starts a list.
     *
     * @param from table or parenthesised query with an alias
     */
    public Listing(String from, Sort sort) {
        this.from = from;
        this.sort = sort;
    }

    /** Filters without a value. */
    public Listing where(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Filters by a value where the client gave one. */
    public Listing where(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
        return this;
    }

    /** Filters by what the caller may see; the condition uses {@code me}, {@code team} and {@code all}. */
    public Listing where(String condition, Visibility who) {
        conditions.add(condition);
        visibility = who;
        return this;
    }

    /** Filters by a list of texts where the client gave one. */
    public Listing whereAny(String condition, String name, @Nullable List<String> value) {
        if (value != null) {
            conditions.add(condition);
            arrays.put(name, value);
        }
        return this;
    }

    /** Filters by text a column contains, ignoring case. */
    public Listing whereContains(String column, String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        String pattern = "%" + value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return where(column + " ILIKE :" + name, name, pattern);
    }

    /** Binds a value that conditions without one of their own use. */
    public Listing bind(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** Reads the page. */
    public <T> Page<T> fetch(Jdbi jdbi, PageRequest page, RowMapper<T> mapper) {
        Cursor cursor = page.cursor();
        if (cursor != null) {
            goOnAfter(cursor);
        }
        List<Row<T>> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql(page.fetchSize()));
            values.forEach(query::bind);
            if (visibility != null) {
                query.bindMethods(visibility);
            }
            arrays.forEach((name, list) -> query.bindArray(name, String.class, list));
            return query.map((row, context) -> new Row<>(
                            mapper.map(row, context), Cursor.of(sort.name(), row.getString(KEY), row.getString("id"))))
                    .list();
        });
        return Page.of(rows, page.limit(), Row::end).map(Row::value);
    }

    private void goOnAfter(Cursor cursor) {
        if (!cursor.text(0).equals(sort.name())) {
            throw Problems.badRequest(
                    "invalid-cursor", List.of(FieldError.query("cursor", "belongs to the same list in another order")));
        }
        conditions.add("(%s, id) %s (CAST(:cursor_key AS %s), :cursor_id)"
                .formatted(sort.column(), sort.descending() ? "<" : ">", sort.type()));
        values.put("cursor_key", key(cursor));
        values.put("cursor_id", cursor.uuid(2));
    }

    /** Reads the key as its type, so that a forged cursor is the client's error and not the database's. */
    private Object key(Cursor cursor) {
        return switch (sort.type()) {
            case "uuid" -> cursor.uuid(1);
            case "timestamptz" -> cursor.instant(1);
            default -> cursor.text(1);
        };
    }

    private String sql(int rows) {
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        String key = sort.type().equals("timestamptz")
                ? "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')".formatted(sort.column())
                : "CAST(%s AS text)".formatted(sort.column());
        String direction = sort.descending() ? " DESC" : "";
        return "SELECT *, " + key + " AS " + KEY + " FROM " + from + where + " ORDER BY " + sort.column() + direction
                + ", id" + direction + " LIMIT " + rows;
    }

    private record Row<T>(T value, Cursor end) {}
}
