package dev.tightrope.outreach.outreach;

import static dev.tightrope.outreach.database.Columns.dateOrNull;
import static dev.tightrope.outreach.database.Columns.instant;
import static dev.tightrope.outreach.database.Columns.instantOrNull;
import static dev.tightrope.outreach.database.Columns.uuid;
import static dev.tightrope.outreach.database.Columns.uuidOrNull;

import dev.tightrope.outreach.lifecycle.Agreement;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.DayCount;
import dev.tightrope.outreach.lifecycle.Ground;
import dev.tightrope.outreach.lifecycle.LockedEmail;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.Promise;
import dev.tightrope.outreach.lifecycle.PromiseKind;
import dev.tightrope.outreach.lifecycle.Situation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

class OutreachRowMapper implements RowMapper<OutreachRow> {
    @Override
    public OutreachRow map(ResultSet row, StatementContext context) throws SQLException {
        return new OutreachRow(
                uuid(row, "id"),
                uuid(row, "prospect_id"),
                uuid(row, "executive_id"),
                uuid(row, "owner_id"),
                uuidOrNull(row, "team_id"),
                row.getString("language"),
                row.getString("business_user_role"),
                situation(row),
                row.getBoolean("story_permitted"),
                attention(row),
                nextStep(row),
                instantOrNull(row, "wait_due_at"),
                row.getLong("moves"),
                row.getLong("version"),
                instant(row, "opened_at"),
                uuid(row, "opened_by"),
                instant(row, "updated_at"));
    }

    private static Situation situation(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String attention = row.getString("attention");
        return new Situation(
                new Ground(
                        OutreachState.valueOf(row.getString("ground_state")),
                        outcome == null ? null : ClosureOutcome.valueOf(outcome),
                        attention == null ? null : AttentionReason.valueOf(attention)),
                row.getBoolean("engaged"),
                row.getBoolean("responded"),
                row.getInt("round"),
                uuid(row, "story_id"),
                row.getBoolean("story_barred"),
                row.getBoolean("voicemail_before"),
                email(row, "email_version", "email_hash"),
                row.getBoolean("script_approved"),
                promise(row),
                uuidOrNull(row, "void_attempt_id"),
                row.getString("corrected_to"),
                row.getBoolean("mail_out"),
                row.getString("wait_length"),
                DayCount.valueOf(row.getString("wait_counted_in")),
                instantOrNull(row, "wait_until"),
                instantOrNull(row, "wait_from"),
                row.getInt("wait_number"));
    }

    private static @Nullable LockedEmail email(ResultSet row, String version, String hash) throws SQLException {
        String value = row.getString(hash);
        return value == null ? null : new LockedEmail(row.getInt(version), value);
    }

    private static @Nullable Promise promise(ResultSet row) throws SQLException {
        UUID attempt = uuidOrNull(row, "attempt_id");
        LockedEmail promised = email(row, "promised_version", "promised_hash");
        return attempt == null || promised == null
                ? null
                : new Promise(
                        attempt,
                        PromiseKind.valueOf(row.getString("promise_kind")),
                        new Agreement(
                                instantOrNull(row, "meeting_at"),
                                row.getString("referred_to"),
                                row.getString("referred_role"),
                                row.getString("referred_phone")),
                        promised,
                        instant(row, "promised_at"),
                        instantOrNull(row, "released_at"));
    }

    private static OutreachRow.@Nullable Attention attention(ResultSet row) throws SQLException {
        String detail = row.getString("attention_detail");
        return detail == null ? null : new OutreachRow.Attention(detail, instant(row, "attention_since"));
    }

    private static OutreachRow.@Nullable NextStep nextStep(ResultSet row) throws SQLException {
        LocalDate on = dateOrNull(row, "next_step_on");
        return on == null
                ? null
                : new OutreachRow.NextStep(row.getString("next_step"), on, row.getString("next_contact"));
    }
}
