package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Recognises mails of ours among the deliveries. */
@ApplicationScoped
class OwnMails implements SentMails {
    private final Jdbi jdbi;

    OwnMails(Jdbi jdbi) {
        this.jdbi = jdbi;
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
