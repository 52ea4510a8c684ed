package dev.tightrope.scheduler.board;

import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Counts and lists what a team has in hand. Numbers, lists and the letter come from one query, so that they agree. */
@ApplicationScoped
public class ReadBoard {
    /** How many of a list the board itself names; the others are on its pages. */
    private static final int NAMED = 5;

    private static final Sort LONGEST_FIRST = new Sort("since", "since", "timestamptz", false);

    // What is overdue is what the rep was reminded of: the timer of the call, or of the next step, fired.
    private static final String ITEMS = """
            (SELECT o.id, o.owner_id, o.prospect_name, o.executive_name, entry.list, entry.since
             FROM (%1$s AND state <> 'CLOSED') o
             LEFT JOIN LATERAL (SELECT min(due_at) AS reminded FROM timer_history h
                 WHERE o.state IN ('READY_TO_CALL', 'ENGAGED') AND h.outreach_id = o.id AND h.ended_as = 'FIRED'
                     AND h.kind = CASE o.state WHEN 'ENGAGED' THEN 'NEXT_STEP' ELSE 'CALL_DUE' END
                     AND h.version = CASE o.state WHEN 'ENGAGED' THEN o.next_step_version ELSE o.task_number END) h
                 ON true
             CROSS JOIN LATERAL (VALUES
                 ('COMPANIES_HELD', o.open_since),
                 ('CALLS_OVERDUE', CASE WHEN o.state = 'READY_TO_CALL' THEN h.reminded END),
                 ('FOLLOW_UPS_OVERDUE', CASE WHEN o.state = 'FOLLOW_UP_DUE' THEN o.state_since END),
                 ('WITHOUT_NEXT_STEP', CASE WHEN o.state = 'ENGAGED' AND o.next_step_on IS NULL THEN o.state_since
                                            WHEN o.state = 'ENGAGED' THEN h.reminded END)) entry (list, since)
             WHERE entry.since IS NOT NULL
             UNION ALL
             SELECT o.id, o.owner_id, o.prospect_name, o.executive_name, 'FORWARDED', f.since
             FROM (SELECT outreach_id, min(noticed_at) AS since FROM forward
                   WHERE noticed_at >= :forwardedSince GROUP BY outreach_id) f
             JOIN (%1$s) o ON o.id = f.outreach_id) item
            """;

    private static final String BOARD = """
            WITH ranked AS (
                SELECT *, count(*) OVER (PARTITION BY owner_id, list) AS entries,
                    row_number() OVER (PARTITION BY owner_id, list ORDER BY since, id) AS place
                FROM %s),
            people AS (%s UNION SELECT owner_id FROM ranked)
            SELECT people.id AS person_id, p.name, r.*
            FROM people LEFT JOIN person p ON p.id = people.id
            LEFT JOIN ranked r ON r.owner_id = people.id AND r.place <= :named
            ORDER BY lower(p.name), people.id, r.list, r.place
            """;

    private final Jdbi jdbi;

    ReadBoard(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The board of this moment. */
    public Board read(BoardScope scope, Instant now) {
        List<Row> rows = jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql(scope))
                    .bindMethods(scope.visibility())
                    .bind("forwardedSince", scope.forwardedSince())
                    .bind("named", NAMED);
            if (scope.teamId() != null) {
                query.bind("board", scope.teamId());
            }
            return query.map((row, ctx) -> row(row)).list();
        });
        return new Board(scope.teamId(), now, scope.forwardedSince(), reps(rows));
    }

    static String sql(BoardScope scope) {
        return BOARD.formatted(items(scope), scope.people());
    }

    private static String items(BoardScope scope) {
        return ITEMS.formatted(scope.outreaches());
    }

    /** One list in full, longest first. */
    Page<BoardItem> page(BoardScope scope, BoardList list, @Nullable UUID personId, PageRequest page) {
        Listing listing = new Listing(items(scope), LONGEST_FIRST)
                .where("list = :list", "list", list.name())
                .where("true", scope.visibility())
                .where("owner_id = :person", "person", personId)
                .bind("forwardedSince", scope.forwardedSince());
        if (scope.teamId() != null) {
            listing.bind("board", scope.teamId());
        }
        return listing.fetch(jdbi, page, (row, ctx) -> item(row));
    }

    private static List<RepOnBoard> reps(List<Row> rows) {
        Map<UUID, List<Row>> byPerson = new LinkedHashMap<>();
        rows.forEach(row -> byPerson.computeIfAbsent(row.personId(), person -> new ArrayList<>())
                .add(row));
        return byPerson.entrySet().stream()
                .map(rep -> RepOnBoard.of(rep.getKey(), rep.getValue().get(0).name(), lists(rep.getValue())))
                .toList();
    }

    private static Map<BoardList, BoardEntry> lists(List<Row> rowsOfRep) {
        Map<BoardList, List<Row>> byList = new EnumMap<>(BoardList.class);
        for (Row row : rowsOfRep) {
            if (row.list() != null) {
                byList.computeIfAbsent(row.list(), list -> new ArrayList<>()).add(row);
            }
        }
        Map<BoardList, BoardEntry> entries = new EnumMap<>(BoardList.class);
        byList.forEach((list, rows) -> entries.put(
                list,
                new BoardEntry(
                        rows.get(0).entries(), rows.stream().map(Row::item).toList())));
        return entries;
    }

    private static Row row(ResultSet row) throws SQLException {
        String list = row.getString("list");
        return new Row(
                Rows.uuid(row, "person_id"),
                row.getString("name"),
                list == null ? null : BoardList.valueOf(list),
                row.getLong("entries"),
                list == null ? null : item(row));
    }

    private static BoardItem item(ResultSet row) throws SQLException {
        return new BoardItem(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "owner_id"),
                row.getString("prospect_name"),
                row.getString("executive_name"),
                Rows.instant(row, "since"));
    }

    private record Row(
            UUID personId,
            @Nullable String name,
            @Nullable BoardList list,
            long entries,
            @Nullable BoardItem item) {}
}
