package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

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

    private Optional<SentMail> find(String column, String value) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT outreach_id, round, recipient, message_id, reply_token" + " FROM delivery WHERE "
                                + column + " = :value")
                .bind("value", value)
                .map((row, context) -> new SentMail(
                        Columns.uuid(row, "outreach_id"),
                        row.getInt("round"),
                        row.getString("recipient"),
                        row.getString("message_id"),
                        row.getString("reply_token")))
                .findOne());
    }
}
