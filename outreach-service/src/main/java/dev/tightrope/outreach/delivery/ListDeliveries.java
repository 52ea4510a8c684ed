package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Shows how the mails of an outreach fared. */
@ApplicationScoped
class ListDeliveries {
    private final Jdbi jdbi;

    ListDeliveries(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<DeliveryView> of(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, round, recipient, state, reason, message_id, email_version, approved_hash,
                               rendered_hash, released_at, next_attempt_at, settled_at,
                               CASE WHEN state = 'SENT' AND EXISTS (SELECT 1 FROM delivery_attempt a
                                                                    WHERE a.delivery_id = delivery.id
                                                                      AND a.outcome = 'ACCEPTED')
                                    THEN round(greatest(extract(epoch FROM settled_at - released_at), 0), 3)::float8
                               END AS taken
                        FROM delivery WHERE outreach_id = :outreach ORDER BY round, id
                        """)
                .bind("outreach", outreachId)
                .map((row, context) -> view(handle, row))
                .list());
    }

    private static DeliveryView view(Handle handle, ResultSet row) throws SQLException {
        UUID id = Columns.uuid(row, "id");
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        boolean waiting = state == DeliveryState.QUEUED || state == DeliveryState.TEMPORARY;
        return new DeliveryView(
                id,
                row.getInt("round"),
                row.getString("recipient"),
                state,
                row.getString("reason"),
                row.getString("message_id"),
                row.getInt("email_version"),
                row.getString("approved_hash"),
                row.getString("rendered_hash"),
                Columns.instant(row, "released_at"),
                waiting ? Columns.instant(row, "next_attempt_at") : null,
                Columns.instantOrNull(row, "settled_at"),
                row.getObject("taken", Double.class),
                attempts(handle, id));
    }

    private static List<DeliveryView.Attempt> attempts(Handle handle, UUID id) {
        return handle.createQuery("SELECT * FROM delivery_attempt WHERE delivery_id = :id ORDER BY attempt")
                .bind("id", id)
                .map((row, context) -> new DeliveryView.Attempt(
                        row.getInt("attempt"),
                        Columns.instant(row, "started_at"),
                        Columns.instantOrNull(row, "dot_at"),
                        Columns.instantOrNull(row, "ended_at"),
                        constant(AttemptOutcome.class, row.getString("outcome")),
                        constant(SmtpPhase.class, row.getString("phase")),
                        row.getObject("smtp_code", Integer.class),
                        row.getString("reply")))
                .list();
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
