package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.Problems;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.suggestion.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Rows of responses. */
@ApplicationScoped
class ResponseStore {
    private final Jdbi jdbi;

    ResponseStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(ResponseRow response) {
        Suggestion suggestion = response.suggestedDisposition();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO response (id, outreach_id, round, channel, from_name, from_address, from_phone,
                                              from_role, from_executive, contact_id, text, received_at,
                                              inbound_message_id, recorded_by, moved, suggested, suggested_until,
                                              suggested_for_company, suggested_confidence, suggested_evidence,
                                              created_at, updated_at)
                        VALUES (:id, :outreachId, :round, :channel, :fromName, :fromAddress, :fromPhone,
                                :fromRole, :fromExecutive, :contactId, :text, :receivedAt,
                                :inboundMessageId, :recordedBy, false, :suggested, :suggestedUntil,
                                :suggestedForCompany, :suggestedConfidence, :suggestedEvidence, :createdAt, :createdAt)
                        """)
                .bind("id", response.id())
                .bind("outreachId", response.outreachId())
                .bind("round", response.round())
                .bind("channel", response.channel().name())
                .bind("fromName", response.fromName())
                .bind("fromAddress", response.fromAddress())
                .bind("fromPhone", response.fromPhone())
                .bind("fromRole", response.fromRole())
                .bind("fromExecutive", response.fromExecutive())
                .bind("contactId", response.contactId())
                .bind("text", response.text())
                .bind("receivedAt", response.receivedAt())
                .bind("inboundMessageId", response.inboundMessageId())
                .bind("recordedBy", response.recordedBy())
                .bind(
                        "suggested",
                        suggestion == null ? null : suggestion.disposition().name())
                .bind("suggestedUntil", suggestion == null ? null : suggestion.until())
                .bind("suggestedForCompany", suggestion != null && suggestion.wholeCompany())
                .bind("suggestedConfidence", suggestion == null ? null : (Double) suggestion.confidence())
                .bind("suggestedEvidence", suggestion == null ? null : suggestion.evidence())
                .bind("createdAt", response.createdAt())
                .execute());
    }

    void moved(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE response SET moved = true WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    ResponseRow byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM response WHERE id = :id")
                        .bind("id", id)
                        .map(ResponseStore::map)
                        .findOne())
                .orElseThrow(() -> Problems.notFound("response", id));
    }

    Optional<UUID> ofMessage(UUID outreachId, UUID messageId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM response WHERE outreach_id = :outreach AND inbound_message_id = :message")
                .bind("outreach", outreachId)
                .bind("message", messageId)
                .mapTo(UUID.class)
                .findOne());
    }

    Page<ResponseRow> of(UUID outreachId, PageRequest page) {
        return new Listing("response", Sort.CREATED)
                .where("outreach_id = :outreach", "outreach", outreachId)
                .fetch(jdbi, page, ResponseStore::map);
    }

    /** Responses that moved the outreach and whose meaning nobody said yet, besides this one. */
    int othersOpen(UUID outreachId, UUID responseId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM response
                        WHERE outreach_id = :outreach AND id <> :response AND moved AND disposition IS NULL
                        """)
                .bind("outreach", outreachId)
                .bind("response", responseId)
                .mapTo(Integer.class)
                .one());
    }

    /** Responses whose meaning is still to be said, the oldest first. */
    List<ResponseRow> open(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM response WHERE outreach_id = :outreach AND moved AND disposition IS NULL
                        ORDER BY created_at, id
                        """)
                .bind("outreach", outreachId)
                .map(ResponseStore::map)
                .list());
    }

    void dispose(UUID id, String disposition, @Nullable UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE response
                        SET disposition = :disposition, disposed_at = :at, disposed_by = :by, updated_at = :at
                        WHERE id = :id
                        """)
                .bind("id", id)
                .bind("disposition", disposition)
                .bind("at", at)
                .bind("by", by)
                .execute());
    }

    /** What moved the outreach and has no meaning yet is settled by what was decided. */
    void settleRest(UUID outreachId, @Nullable UUID by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE response
                        SET disposition = 'SETTLED', disposed_at = :at, disposed_by = :by, updated_at = :at
                        WHERE outreach_id = :outreach AND moved AND disposition IS NULL
                        """)
                .bind("outreach", outreachId)
                .bind("at", at)
                .bind("by", by)
                .execute());
    }

    private static @Nullable Suggestion suggestion(ResultSet row) throws SQLException {
        String suggested = row.getString("suggested");
        return suggested == null
                ? null
                : new Suggestion(
                        DispositionKind.valueOf(suggested),
                        Columns.instantOrNull(row, "suggested_until"),
                        row.getBoolean("suggested_for_company"),
                        row.getDouble("suggested_confidence"),
                        row.getString("suggested_evidence"));
    }

    private static ResponseRow map(ResultSet row, StatementContext context) throws SQLException {
        return new ResponseRow(
                Columns.uuid(row, "id"),
                Columns.uuid(row, "outreach_id"),
                row.getInt("round"),
                ResponseChannel.valueOf(row.getString("channel")),
                row.getString("from_name"),
                row.getString("from_address"),
                row.getString("from_phone"),
                row.getString("from_role"),
                row.getBoolean("from_executive"),
                Columns.uuidOrNull(row, "contact_id"),
                row.getString("text"),
                Columns.instant(row, "received_at"),
                Columns.uuidOrNull(row, "inbound_message_id"),
                Columns.uuidOrNull(row, "recorded_by"),
                row.getBoolean("moved"),
                suggestion(row),
                row.getString("disposition"),
                Columns.instantOrNull(row, "disposed_at"),
                Columns.uuidOrNull(row, "disposed_by"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
