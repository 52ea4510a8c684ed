package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.trace.ProviderIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Recognises mails of ours among the deliveries. */
@ApplicationScoped
class OwnMails implements SentMails {
    private final Jdbi jdbi;
    private final MailSettings settings;

    OwnMails(Jdbi jdbi, MailSettings settings) {
        this.jdbi = jdbi;
        this.settings = settings;
    }

    @Override
    public Optional<SentMail> byMessageId(String messageId) {
        String bare = messageId.strip();
        return find("message_id", bare.startsWith("<") ? bare : "<" + bare + ">");
    }

    @Override
    public Optional<SentMail> byReplyToken(String token) {
        return find("reply_token", token.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<OutgoingMail> outgoing(UUID deliveryId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, outreach_id, account_id, message_id, rendered,"
                        + " rendered_hash, state FROM delivery WHERE id = :id")
                .bind("id", deliveryId)
                .map((row, context) -> new OutgoingMail(
                        Columns.uuid(row, "id"),
                        Columns.uuid(row, "outreach_id"),
                        Columns.uuidOrNull(row, "account_id"),
                        row.getString("message_id"),
                        row.getBytes("rendered"),
                        row.getString("rendered_hash"),
                        DeliveryState.valueOf(row.getString("state"))))
                .findOne());
    }

    @Override
    public String replyAddress() {
        return settings.replyTo();
    }

    @Override
    public List<Accepted> acceptedOf(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT round, recipient, settled_at FROM delivery"
                        + " WHERE outreach_id = :outreach AND state = 'SENT' ORDER BY settled_at, id")
                .bind("outreach", outreachId)
                .map((row, context) -> new Accepted(
                        row.getInt("round"), row.getString("recipient"), Columns.instant(row, "settled_at")))
                .list());
    }

    @Override
    public Optional<SentMail> lastBefore(UUID outreachId, @Nullable Instant written) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM delivery WHERE outreach_id = :outreach"
                        + " AND state IN ('DOT_SENDING', 'SENT', 'UNKNOWN') ORDER BY dot_at <= :written DESC, dot_at DESC, id"
                        + " LIMIT 1")
                .bind("outreach", outreachId)
                .bind("written", written)
                .map((row, context) -> sent(row))
                .findOne());
    }

    /** An id that mails of several outreaches have is a word every answer of that server holds, and says nothing. */
    @Override
    public Optional<SentMail> byProviderId(String id) {
        List<SentMail> all = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT outreach_id, round, recipient, message_id, reply_token FROM delivery
                        WHERE provider_id = :id ORDER BY dot_at DESC NULLS LAST, id DESC LIMIT 50
                        """)
                .bind("id", ProviderIds.bare(id))
                .map((row, context) -> sent(row))
                .list());
        return all.stream().map(SentMail::outreachId).distinct().count() == 1
                ? Optional.of(all.get(0))
                : Optional.empty();
    }

    @Override
    public List<Overlap> withTextOf(Set<Long> shingles) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.*, common, false AS same_subject
                        FROM (SELECT delivery_id, count(*)::int AS common FROM delivery_shingle
                              WHERE hash = ANY(CAST(:hashes AS bigint[])) GROUP BY delivery_id
                              ORDER BY common DESC, delivery_id DESC LIMIT 200) found
                        JOIN delivery d ON d.id = found.delivery_id
                        WHERE d.dot_at IS NOT NULL
                        ORDER BY common DESC, d.created_at DESC
                        """)
                .bindArray("hashes", Long.class, shingles)
                .map((row, context) -> overlap(row))
                .list());
    }

    @Override
    public List<Overlap> amongParties(String subjectKey, Set<String> addresses) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT d.*, 0 AS common, d.subject_key = :subject AS same_subject FROM delivery d
                        WHERE d.dot_at IS NOT NULL
                          AND (d.subject_key = :subject AND :subject <> ''
                               AND (d.recipient = ANY(:addresses) OR d.from_address = ANY(:addresses))
                               OR d.recipient = ANY(:addresses) AND d.from_address = ANY(:addresses))
                        ORDER BY d.created_at DESC LIMIT 50
                        """)
                .bind("subject", subjectKey)
                .bindArray("addresses", String.class, addresses)
                .map((row, context) -> overlap(row))
                .list());
    }

    private static Overlap overlap(ResultSet row) throws SQLException {
        String from = row.getString("from_address");
        return new Overlap(
                sent(row),
                from == null ? "" : from,
                row.getInt("common"),
                row.getInt("shingles"),
                row.getBoolean("same_subject"));
    }

    private static SentMail sent(ResultSet row) throws SQLException {
        return new SentMail(
                Columns.uuid(row, "outreach_id"),
                row.getInt("round"),
                row.getString("recipient"),
                row.getString("message_id"),
                row.getString("reply_token"));
    }

    /** Both columns it is used for are unique. */
    private Optional<SentMail> find(String column, String value) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT outreach_id, round, recipient, message_id, reply_token"
                                + " FROM delivery WHERE " + column + " = :value")
                        .bind("value", value)
                        .map((row, context) -> sent(row))
                        .findOne());
    }
}
