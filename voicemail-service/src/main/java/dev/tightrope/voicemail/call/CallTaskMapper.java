package dev.tightrope.voicemail.call;

import dev.tightrope.voicemail.database.Columns;
import dev.tightrope.voicemail.hours.ExecutivePlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Makes a call task of a row of the list and of what the clock says to it. */
record CallTaskMapper(Map<UUID, CallTimes.Of> times, Instant now) implements RowMapper<CallTask> {
    @Override
    public CallTask map(ResultSet rs, StatementContext context) throws SQLException {
        UUID id = Columns.uuid(rs, "outreach_id");
        CallTimes.Of of = Objects.requireNonNull(times.get(id));
        ExecutivePlace place = of.place();
        CallTime time = of.time();
        Optional<ZoneId> zone = place.zoneAt(now);
        String suppressed = rs.getString("suppressed");
        String contestedBy = rs.getString("contested_by");
        int unsuccessful = rs.getInt("unsuccessful");
        Instant next = Columns.instantOrNull(rs, "next_attempt_at");
        CallTask.Status status = status(rs, suppressed, contestedBy, next, time);
        String phone = status.mattersOfTimeOnly() ? rs.getString("phone") : null;
        String lastOutcome = rs.getString("last_outcome");
        return new CallTask(
                id,
                rs.getInt("round"),
                Columns.uuid(rs, "owner_id"),
                status,
                CallTask.When.valueOf(rs.getString("when_to_call")),
                status == CallTask.Status.DUE,
                new CallTaskReason(place, time, now).of(status, suppressed == null ? contestedBy : suppressed, next),
                status.mattersOfTimeOnly() ? time.from() : null,
                status.mattersOfTimeOnly() ? time.until() : null,
                time.atEdge(),
                zone.map(known -> now.atZone(known).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS))
                        .orElse(null),
                zone.map(ZoneId::getId).orElse(null),
                place.zoneFrom(),
                place.holidaysKnown(),
                rs.getString("prospect_name"),
                rs.getString("executive_name"),
                rs.getString("executive_title"),
                rs.getString("name_pronunciation"),
                rs.getString("zone"),
                phone,
                phone == null ? null : "tel:" + phone,
                rs.getString("script_text"),
                rs.getLong("script_version"),
                rs.getString("email_subject"),
                unsuccessful,
                Columns.instantOrNull(rs, "last_attempt_at"),
                lastOutcome == null ? null : CallOutcome.valueOf(lastOutcome),
                next,
                Columns.instant(rs, "due_at"),
                Columns.instant(rs, "changed_at"));
    }

    private CallTask.Status status(
            ResultSet rs,
            @Nullable String suppressed,
            @Nullable String contestedBy,
            @Nullable Instant next,
            CallTime time)
            throws SQLException {
        if (suppressed != null) {
            return CallTask.Status.SUPPRESSED;
        }
        if (Columns.instantOrNull(rs, "permission_ended_at") != null) {
            return CallTask.Status.PERMISSION_ENDED;
        }
        if (contestedBy != null) {
            return CallTask.Status.COMPANY_CONTESTED;
        }
        if (rs.getBoolean("suggested")) {
            return CallTask.Status.REVIEW_OPEN;
        }
        if (rs.getBoolean("number_wrong")) {
            return CallTask.Status.NUMBER_WRONG;
        }
        if (time.open()) {
            return CallTask.Status.DUE;
        }
        if (next != null && next.isAfter(now)) {
            return CallTask.Status.PLANNED;
        }
        if (time.limited()) {
            return CallTask.Status.DAILY_LIMIT;
        }
        return time.dayOff() == null ? CallTask.Status.OUTSIDE_HOURS : CallTask.Status.DAY_OFF;
    }
}
