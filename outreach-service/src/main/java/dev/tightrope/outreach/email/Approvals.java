package dev.tightrope.outreach.email;

import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps what was approved, word for word. */
@ApplicationScoped
class Approvals implements ApprovedEmails {
    private final Jdbi jdbi;
    private final Clock clock;

    Approvals(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Override
    public Optional<ApprovedEmail> current(UUID outreachId, int round) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM email_approval
                        WHERE outreach_id = :outreach AND round = :round AND voided_at IS NULL
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .map((row, context) -> approved(row))
                .findOne());
    }

    /** Version the next approval of an outreach gets. */
    int nextVersion(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT coalesce(max(version), 0) + 1 FROM email_approval WHERE outreach_id = :outreach")
                .bind("outreach", outreachId)
                .mapTo(Integer.class)
                .one());
    }

    void keep(ApprovedEmail approved, String businessUserRole) {
        EmailContent content = approved.content();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO email_approval (outreach_id, version, round, business_user_role, language, from_name,
                                                    from_address, to_name, to_address, subject, text_body, html_body,
                                                    hash, approved_at, approved_by)
                        VALUES (:outreach, :version, :round, :role, :language, :fromName,
                                :fromAddress, :toName, :toAddress, :subject, :text, :html,
                                :hash, :at, :by)
                        """)
                .bind("outreach", approved.outreachId())
                .bind("version", approved.version())
                .bind("round", approved.round())
                .bind("role", businessUserRole)
                .bind("language", approved.language())
                .bind("fromName", content.from().name())
                .bind("fromAddress", content.from().address())
                .bind("toName", content.to().name())
                .bind("toAddress", content.to().address())
                .bind("subject", content.subject())
                .bind("text", content.textBody())
                .bind("html", content.htmlBody())
                .bind("hash", approved.hash())
                .bind("at", approved.approvedAt())
                .bind("by", approved.approvedBy())
                .execute());
    }

    void voidOf(UUID outreachId, int round, String reason) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE email_approval SET voided_at = :now, void_reason = :reason
                        WHERE outreach_id = :outreach AND round = :round AND voided_at IS NULL
                        """)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("now", clock.instant())
                .bind("reason", reason)
                .execute());
    }

    private static ApprovedEmail approved(ResultSet row) throws SQLException {
        EmailContent content = new EmailContent(
                new Mailbox(row.getString("from_name"), row.getString("from_address")),
                new Mailbox(row.getString("to_name"), row.getString("to_address")),
                row.getString("subject"),
                row.getString("text_body"),
                row.getString("html_body"));
        return new ApprovedEmail(
                Columns.uuid(row, "outreach_id"),
                row.getInt("round"),
                row.getInt("version"),
                content,
                row.getString("hash"),
                row.getString("language"),
                Columns.uuid(row, "approved_by"),
                Columns.instant(row, "approved_at"));
    }
}
