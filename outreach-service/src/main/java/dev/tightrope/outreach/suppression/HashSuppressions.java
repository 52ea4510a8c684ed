package dev.tightrope.outreach.suppression;

import dev.tightrope.events.SuppressionAdded;
import dev.tightrope.events.SuppressionKind;
import dev.tightrope.events.SuppressionLifted;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps erased people on the list by a hash alone: nobody contacts them again, and nobody reads who they were. */
@ApplicationScoped
public class HashSuppressions {
    private static final String REASON = "Erased on request";

    private final Jdbi jdbi;
    private final Ids ids;
    private final Outbox outbox;

    HashSuppressions(Jdbi jdbi, Ids ids, Outbox outbox) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.outbox = outbox;
    }

    /**
     * Puts a hash of each address and number on the list, in place of the value where it is there already.
     *
     * @return suppressions that named one of them before
     */
    @Transactional
    public List<UUID> of(Collection<String> addresses, Collection<String> numbers, Instant now) {
        List<UUID> renamed = new ArrayList<>();
        addresses.forEach(address -> renamed.addAll(hash(SuppressionKind.EMAIL, address, now)));
        numbers.forEach(number -> renamed.addAll(hash(SuppressionKind.PHONE, number, now)));
        return renamed;
    }

    private List<UUID> hash(SuppressionKind kind, String value, Instant now) {
        return jdbi.withHandle(handle -> {
            List<Suppression> renamed = handle.createQuery("""
                            UPDATE suppression SET value = erased_value(:value), reason = :reason, source = 'erasure',
                                lift_reason = CASE WHEN lifted_at IS NULL THEN NULL ELSE :reason END, updated_at = :now
                            WHERE kind = :kind AND value = :value RETURNING *""")
                    .bind("value", value)
                    .bind("reason", REASON)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("kind", kind.name())
                    .map(new SuppressionMapper())
                    .list();
            // The others have copies that name it; the same suppression with the hash takes its place there.
            renamed.forEach(suppression -> outbox.append(
                    suppression.liftedAt() == null
                            ? new SuppressionAdded(suppression.id(), kind, suppression.value(), REASON)
                            : new SuppressionLifted(suppression.id(), kind, suppression.value())));
            handle.createQuery("""
                            INSERT INTO suppression (id, kind, value, reason, source, created_at, updated_at)
                            VALUES (:id, :kind, erased_value(:value), :reason, 'erasure', :now, :now)
                            ON CONFLICT (kind, value) WHERE lifted_at IS NULL DO NOTHING RETURNING *""")
                    .bind("id", ids.next())
                    .bind("value", value)
                    .bind("reason", REASON)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("kind", kind.name())
                    .map(new SuppressionMapper())
                    .forEach(added -> outbox.append(new SuppressionAdded(added.id(), kind, added.value(), REASON)));
            return renamed.stream().map(Suppression::id).toList();
        });
    }
}
