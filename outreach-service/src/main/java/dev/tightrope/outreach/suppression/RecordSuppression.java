package dev.tightrope.outreach.suppression;

import dev.tightrope.events.SuppressionAdded;
import dev.tightrope.events.SuppressionKind;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Puts an address, number or domain on the suppression list. */
@ApplicationScoped
public class RecordSuppression {
    private final Jdbi jdbi;
    private final Suppressions suppressions;
    private final Outbox outbox;
    private final Event<SuppressionRecorded> records;
    private final Ids ids;
    private final Clock clock;

    RecordSuppression(
            Jdbi jdbi,
            Suppressions suppressions,
            Outbox outbox,
            Event<SuppressionRecorded> records,
            Ids ids,
            Clock clock) {
        this.jdbi = jdbi;
        this.suppressions = suppressions;
        this.outbox = outbox;
        this.records = records;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Suppresses the value in the caller's transaction; one that is suppressed already stays as it is.
     *
     * @param value as typed or found
     * @param country ISO 3166-1 alpha-2 for a number without country code
     * @param by who recorded it; absent if an inbound mail did
     */
    @Transactional
    public Suppression record(
            SuppressionKind kind,
            String value,
            String reason,
            String source,
            @Nullable String country,
            @Nullable UUID by) {
        String normalised = normalise(kind, value, country);
        suppressions.growList();
        List<Suppression> known = inForce(kind, normalised);
        if (!known.isEmpty()) {
            return known.get(0);
        }
        // Nobody else adds to the list meanwhile.
        Suppression added = jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO suppression (id, kind, value, reason, source, created_at, created_by, updated_at)
                        VALUES (:id, :kind, :value, :reason, :source, :now, :by, :now)
                        RETURNING *
                        """)
                .bind("id", ids.next())
                .bind("kind", kind.name())
                .bind("value", normalised)
                .bind("reason", reason)
                .bind("source", source)
                .bind("now", clock.instant())
                .bind("by", by)
                .map(new SuppressionMapper())
                .one());
        outbox.append(new SuppressionAdded(added.id(), kind, normalised, reason));
        records.fire(new SuppressionRecorded(added));
        return added;
    }

    /** Of somebody erased the list has a hash. */
    private List<Suppression> inForce(SuppressionKind kind, String value) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM suppression
                        WHERE kind = :kind AND value IN (:value, erased_value(:value)) AND lifted_at IS NULL
                        """)
                .bind("kind", kind.name())
                .bind("value", value)
                .map(new SuppressionMapper())
                .list());
    }

    private static String normalise(SuppressionKind kind, String value, @Nullable String country) {
        FieldErrors errors = new FieldErrors();
        String normalised = switch (kind) {
            case EMAIL -> errors.email("/value", value);
            case PHONE -> errors.phone("/value", value, country == null ? null : country.toUpperCase(Locale.ROOT));
            case DOMAIN -> errors.domain("/value", value);
        };
        errors.refuseIfAny();
        if (normalised == null) {
            throw new IllegalStateException("A value that is not refused has a normal form");
        }
        return normalised.toLowerCase(Locale.ROOT);
    }
}
