package dev.tightrope.outreach.mailbox;

import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.mailbox.credentials.Sealed;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code mail_account}. */
final class MailAccountMapper implements RowMapper<MailAccount> {
    @Override
    public MailAccount map(ResultSet row, StatementContext context) throws SQLException {
        Authentication authentication = Authentication.valueOf(row.getString("authentication"));
        return new MailAccount(
                Columns.uuid(row, "id"),
                Columns.uuidOrNull(row, "person_id"),
                row.getString("address"),
                row.getString("username"),
                server(row, "imap"),
                row.getString("folder"),
                server(row, "smtp"),
                new MailAccount.Outgoing(
                        SentCopy.valueOf(row.getString("sent_copy")),
                        row.getString("sent_folder"),
                        row.getBoolean("sub_addressing"),
                        row.getString("send_as")),
                authentication,
                authentication == Authentication.XOAUTH2
                        ? new MailAccount.TokenSource(
                                row.getString("token_endpoint"), row.getString("client_id"), row.getString("scope"))
                        : null,
                AccountStatus.valueOf(row.getString("status")),
                row.getString("status_reason"),
                Columns.instantOrNull(row, "failing_since"),
                new Sealed(row.getString("key_id"), row.getBytes("sealed")),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"),
                row.getLong("version"));
    }

    private static @Nullable ServerAddress server(ResultSet row, String protocol) throws SQLException {
        String host = row.getString(protocol + "_host");
        return host == null
                ? null
                : new ServerAddress(
                        host,
                        row.getInt(protocol + "_port"),
                        ConnectionSecurity.valueOf(row.getString(protocol + "_security")));
    }
}
