package dev.tightrope.voicemail.script;

import dev.tightrope.voicemail.database.Columns;
import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.Outreach;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The scripts. Every change goes through the lock on the outreach's row, so none overtakes another. */
@ApplicationScoped
public class Scripts {
    private final Jdbi jdbi;

    /** On this service's database. */
    public Scripts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The script of the outreach's current round; empty until its e-mail was approved. */
    public Optional<Script> of(Outreach outreach) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from script where outreach_id = ? and round = ?")
                .bind(0, outreach.id())
                .bind(1, outreach.round())
                .map((rs, ctx) -> read(rs))
                .findOne());
    }

    /** Whether a call attempt of this round has promised the e-mail, and the promise stands. */
    boolean promised(Outreach outreach) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exists (select 1 from call_attempt where outreach_id = ? and round = ? and promises_email
                            and status in ('RECORDED', 'RELEASED') and withheld_reason is null)""")
                .bind(0, outreach.id())
                .bind(1, outreach.round())
                .mapTo(Boolean.class)
                .one());
    }

    void insert(Outreach outreach, LockedEmail email, String text, String language, ScriptForm form, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into script (outreach_id, round, version, text, language, form, edited_by_hand,
                            email_version, email_hash, updated_at)
                        select :outreach, :round, coalesce(max(version), 0) + 1, :text, :language, :form, false, :version,
                            :hash, :at
                        from script where outreach_id = :outreach""")
                .bind("outreach", outreach.id())
                .bind("round", outreach.round())
                .bind("text", text)
                .bind("language", language)
                .bind("form", form.name())
                .bind("version", email.version())
                .bind("hash", email.hash())
                .bind("at", Columns.parameter(at))
                .execute());
    }

    /** Another text or e-mail; whatever was approved is no longer. */
    void rewrite(
            Script script,
            String text,
            String language,
            ScriptForm form,
            boolean byHand,
            int emailVersion,
            String emailHash,
            Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update script set version = version + 1, text = :text, language = :language,
                            form = :form, edited_by_hand = :hand, email_version = :email, email_hash = :hash,
                            approved_version = null, approved_by = null, approved_at = null, updated_at = :at
                        where outreach_id = :outreach and round = :round""")
                .bind("text", text)
                .bind("language", language)
                .bind("form", form.name())
                .bind("hand", byHand)
                .bind("email", emailVersion)
                .bind("hash", emailHash)
                .bind("at", Columns.parameter(at))
                .bind("outreach", script.outreachId())
                .bind("round", script.round())
                .execute());
    }

    void approve(Script script, UUID by, Instant at) {
        approval(script, script.version(), by, at, at);
    }

    void voidApproval(Script script, Instant at) {
        approval(script, null, null, null, at);
    }

    private void approval(
            Script script, @Nullable Long approved, @Nullable UUID by, @Nullable Instant approvedAt, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update script set version = version + 1, approved_version = :approved, approved_by = :by,
                            approved_at = :approvedAt, updated_at = :at
                        where outreach_id = :outreach and round = :round""")
                .bindByType("approved", approved, Long.class)
                .bindByType("by", by, UUID.class)
                .bind("approvedAt", Columns.parameter(approvedAt))
                .bind("at", Columns.parameter(at))
                .bind("outreach", script.outreachId())
                .bind("round", script.round())
                .execute());
    }

    private static Script read(ResultSet rs) throws SQLException {
        long approved = rs.getLong("approved_version");
        Long approvedVersion = rs.wasNull() ? null : approved;
        return new Script(
                Columns.uuid(rs, "outreach_id"),
                rs.getInt("round"),
                rs.getLong("version"),
                rs.getString("text"),
                rs.getString("language"),
                ScriptForm.valueOf(rs.getString("form")),
                rs.getBoolean("edited_by_hand"),
                rs.getInt("email_version"),
                rs.getString("email_hash"),
                approvedVersion,
                Columns.uuidOrNull(rs, "approved_by"),
                Columns.instantOrNull(rs, "approved_at"),
                Columns.instant(rs, "updated_at"));
    }
}
