package dev.tightrope.voicemail.statistics;

import dev.tightrope.api.Visibility;
import dev.tightrope.voicemail.database.Columns;
import dev.tightrope.voicemail.statistics.CallStatisticsView.HourOfWeek;
import dev.tightrope.voicemail.statistics.CallStatisticsView.Took;
import dev.tightrope.voicemail.statistics.CallStatisticsView.UntilVoicemail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Counts calls in the database, over the rows the caller sees. */
@ApplicationScoped
class CallStatistics {
    /**
     * What was taken back, or turned out to have reached somebody else, is no call that was made. A call counts for whoever
     * owned the outreach then, and is seen where the outreach is seen now.
     */
    private static final String MADE = """
            with made as (
                select outreach_id, a.round, a.outcome, a.started_at, a.recorded_at, a.attempt_id,
                    coalesce(a.zone, o.zone) as place
                from (select *, rep_id as owner_id from call_attempt) a
                join (select outreach_id, zone, team_id from outreach) o using (outreach_id)
                where a.status in ('RECORDED', 'RELEASED') and (cast(:owner as uuid) is null or owner_id = :owner) and """ + Visibility.SQL + ")";

    private static final String IN_PERIOD = """
            , counted as (
                select * from made
                where (cast(:from as timestamptz) is null or started_at >= :from)
                    and (cast(:until as timestamptz) is null or started_at < :until)
            )""";

    private final Jdbi jdbi;

    CallStatistics(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Over one state of the calls, whatever is recorded or undone meanwhile. */
    @Transactional
    CallStatisticsView of(Period period, @Nullable UUID owner, Visibility visibility) {
        return jdbi.withHandle(handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            Counts total = query(
                            handle, IN_PERIOD + "select " + Counts.SQL + " from counted", period, owner, visibility)
                    .map((row, ctx) -> Counts.of(row))
                    .one();
            List<HourOfWeek> hours = byHour(handle, period, owner, visibility);
            long placed =
                    hours.stream().mapToLong(hour -> hour.counts().attempts()).sum();
            return new CallStatisticsView(
                    period.from(),
                    period.until(),
                    total,
                    untilVoicemail(handle, period, owner, visibility),
                    hours,
                    total.attempts() - placed);
        });
    }

    /** The database has zones of its own, and fails at one it does not know. */
    private static List<HourOfWeek> byHour(Handle handle, Period period, @Nullable UUID owner, Visibility visibility) {
        return query(handle, IN_PERIOD + """
                        select extract(isodow from started_at at time zone place) as weekday,
                            extract(hour from started_at at time zone place) as hour,\s""" + Counts.SQL + """
                         from counted join pg_timezone_names known on known.name = place
                        group by 1, 2 order by 1, 2""", period, owner, visibility)
                .map((row, ctx) ->
                        new HourOfWeek(DayOfWeek.of(row.getInt("weekday")), row.getInt("hour"), Counts.of(row)))
                .list();
    }

    private static UntilVoicemail untilVoicemail(
            Handle handle, Period period, @Nullable UUID owner, Visibility visibility) {
        List<Took> distribution = query(handle, IN_PERIOD + """
                        , numbered as (
                            select outreach_id, round, outcome, started_at,
                                row_number() over calls as attempts,
                                count(*) filter (where outcome = 'VOICEMAIL_LEFT') over calls as voicemails
                            from made
                            where (outreach_id, round) in (
                                select outreach_id, round from counted where outcome = 'VOICEMAIL_LEFT')
                            window calls as (partition by outreach_id, round order by started_at, recorded_at, attempt_id)
                        )
                        select attempts, count(*) as rounds from numbered
                        where outcome = 'VOICEMAIL_LEFT' and voicemails = 1
                            and (cast(:from as timestamptz) is null or started_at >= :from)
                            and (cast(:until as timestamptz) is null or started_at < :until)
                        group by attempts order by attempts""", period, owner, visibility)
                .map((row, ctx) -> new Took(row.getInt("attempts"), row.getLong("rounds")))
                .list();
        long rounds = distribution.stream().mapToLong(Took::rounds).sum();
        long attempts = distribution.stream()
                .mapToLong(took -> took.attempts() * took.rounds())
                .sum();
        return new UntilVoicemail(
                rounds, rounds == 0 ? null : Math.round(100.0 * attempts / rounds) / 100.0, distribution);
    }

    private static Query query(Handle handle, String sql, Period period, @Nullable UUID owner, Visibility visibility) {
        return handle.createQuery(MADE + sql)
                .bind("from", Columns.parameter(period.from()))
                .bind("until", Columns.parameter(period.until()))
                .bindByType("owner", owner, UUID.class)
                .bindMethods(visibility);
    }
}
