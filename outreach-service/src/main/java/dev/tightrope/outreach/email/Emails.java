package dev.tightrope.outreach.email;

import dev.tightrope.api.Problems;
import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps the drafts. */
@ApplicationScoped
class Emails {
    private final Jdbi jdbi;
    private final Clock clock;

    Emails(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** The draft of a round, locked until the transaction ends; lock the outreach first. */
    DraftedEmail lock(UUID outreachId, int round) {
        return find(outreachId, round, " FOR UPDATE")
                .orElseThrow(() -> Problems.notFound("email of outreach", outreachId));
    }

    DraftedEmail get(UUID outreachId, int round) {
        return find(outreachId, round, "").orElseThrow(() -> Problems.notFound("email of outreach", outreachId));
    }

    private Optional<DraftedEmail> find(UUID outreachId, int round, String locking) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM email WHERE outreach_id = :outreach AND round = :round" + locking)
                .bind("outreach", outreachId)
                .bind("round", round)
                .map((row, context) -> draft(row))
                .findOne());
    }

    /** Keeps the first draft of a round; one that is there already stays. */
    void begin(UUID outreachId, int round, String businessUserRole, EmailLanguage language, GeneratedEmail generated) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO email (outreach_id, round, version, business_user_role, language, subject,
                                           text_body, html_body, html_edited, updated_at)
                        VALUES (:outreach, :round, 1, :role, :language, :subject, :text, :html, false, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("role", businessUserRole)
                .bind("language", language.tag())
                .bind("subject", generated.subject())
                .bind("text", generated.textBody())
                .bind("html", generated.htmlBody())
                .bind("now", clock.instant())
                .execute());
    }

    DraftedEmail change(DraftedEmail changed, UUID by) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE email
                        SET version = version + 1, business_user_role = :role, language = :language,
                            subject = :subject, text_body = :text, html_body = :html, html_edited = :edited,
                            updated_at = :now, updated_by = :by
                        WHERE outreach_id = :outreach AND round = :round AND approved_version IS NULL
                        """)
                .bind("outreach", changed.outreachId())
                .bind("round", changed.round())
                .bind("role", changed.businessUserRole())
                .bind("language", changed.language().tag())
                .bind("subject", changed.subject())
                .bind("text", changed.textBody())
                .bind("html", changed.htmlBody())
                .bind("edited", changed.htmlEdited())
                .bind("now", clock.instant())
                .bind("by", by)
                .execute());
        return get(changed.outreachId(), changed.round());
    }

    /** Locks the draft by an approval, or opens it again. */
    void lockBy(UUID outreachId, int round, @Nullable Integer approvedVersion) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE email SET approved_version = :approved, version = version + 1, updated_at = :now
                        WHERE outreach_id = :outreach AND round = :round
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("approved", approvedVersion)
                .bind("now", clock.instant())
                .execute());
    }

    private static DraftedEmail draft(ResultSet row) throws SQLException {
        return new DraftedEmail(
                Columns.uuid(row, "outreach_id"),
                row.getInt("round"),
                row.getLong("version"),
                row.getString("business_user_role"),
                EmailLanguage.nearest(row.getString("language")),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"),
                row.getBoolean("html_edited"),
                row.getObject("approved_version", Integer.class),
                Columns.instant(row, "updated_at"));
    }
}
