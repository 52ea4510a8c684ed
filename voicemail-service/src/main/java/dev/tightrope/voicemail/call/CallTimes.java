package dev.tightrope.voicemail.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.api.Visibility;
import dev.tightrope.calendar.CallingHours;
import dev.tightrope.voicemail.database.Columns;
import dev.tightrope.voicemail.hours.ExecutivePlace;
import dev.tightrope.voicemail.hours.ExecutivePlaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What the clock says to each call of a caller's list. Zones, holidays and hours are Java's business; what comes out joins
 * the list's own statement, which orders, filters and pages.
 */
@ApplicationScoped
class CallTimes {
    /** SQL of the last attempt at a row {@code o} of the outreaches; another number has a plan of its own. */
    static final String LAST_ATTEMPT_SQL = """
            (select a.started_at, a.recorded_at, a.outcome,
                    case when a.phone = o.phone then a.next_attempt_at end as next_attempt_at
                from call_attempt a
                where a.outreach_id = o.outreach_id and a.round = o.round and a.status in ('RECORDED', 'RELEASED')
                order by a.recorded_at desc, a.attempt_id desc limit 1)""";

    /** SQL that makes rows of the bound {@code times}. */
    static final String ROWS_SQL = "json_to_recordset(cast(:times as json)) as t(outreach uuid, open boolean,"
            + " edge boolean, call_from timestamptz, changed timestamptz)";

    /** Longer than any day. */
    private static final Duration LATELY = Duration.ofHours(48);

    private final Jdbi jdbi;
    private final CallingHours hours;
    private final CallSettings settings;
    private final ObjectMapper json;

    CallTimes(Jdbi jdbi, CallingHours hours, CallSettings settings, ObjectMapper json) {
        this.jdbi = jdbi;
        this.hours = hours;
        this.settings = settings;
        this.json = json;
    }

    /** Where an executive is, and what the clock says there. */
    record Of(UUID outreachId, ExecutivePlace place, CallTime time, Instant changedAt) {}

    Map<UUID, Of> visibleTo(Visibility visibility, Instant now) {
        Map<UUID, Of> times = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        """
                        select o.outreach_id, last.next_attempt_at, calls.started, calls.updated_at, %s
                        from outreach o
                        left join lateral %s last on true
                        left join lateral (
                            select max(a.updated_at) as updated_at,
                                array_agg(a.started_at) filter (where a.status <> 'UNDONE') as started
                            from call_attempt a where a.phone = o.phone and a.started_at > :since
                        ) calls on true
                        where o.state in ('READY_TO_CALL', 'SENDING_EMAIL') and o.phone is not null and %s""".formatted(ExecutivePlaces.COLUMNS_SQL, LAST_ATTEMPT_SQL, Visibility.SQL))
                .bind("since", Columns.parameter(now.minus(LATELY)))
                .bindMethods(visibility)
                .map((row, context) -> read(row, now))
                .forEach(found -> times.put(found.outreachId(), found)));
        return times;
    }

    /** The same for {@link #ROWS_SQL}. */
    String asRows(Map<UUID, Of> times) {
        try {
            return json.writeValueAsString(
                    times.values().stream().map(CallTimes::row).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Times became no JSON", e);
        }
    }

    private Of read(ResultSet row, Instant now) throws SQLException {
        ExecutivePlace place = ExecutivePlaces.read(row);
        CallTime time = CallTime.of(
                place.calling(),
                now,
                Columns.instantOrNull(row, "next_attempt_at"),
                moments(row.getArray("started")),
                hours,
                settings.dailyLimitPerNumber());
        Instant called = Columns.instantOrNull(row, "updated_at");
        return new Of(
                Columns.uuid(row, "outreach_id"),
                place,
                time,
                called != null && called.isAfter(time.changedAt()) ? called : time.changedAt());
    }

    private static Map<String, @Nullable Object> row(Of of) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("outreach", of.outreachId().toString());
        row.put("open", of.time().open());
        row.put("edge", of.time().atEdge());
        row.put("call_from", of.time().from() == null ? null : of.time().from().toString());
        row.put("changed", of.changedAt().toString());
        return row;
    }

    private static List<Instant> moments(@Nullable Array array) throws SQLException {
        return array == null
                ? List.of()
                : Stream.of((Timestamp[]) array.getArray())
                        .map(Timestamp::toInstant)
                        .toList();
    }
}
