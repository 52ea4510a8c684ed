package dev.tightrope.api.deputy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Who stands in for whom while they are away. The table is the service's own, kept by events or by hand. */
@ApplicationScoped
public class Deputies {
    private final Jdbi jdbi;

    // Of its own: not every application with these conventions has a Jdbi. The pool's connections join the transaction.
    Deputies(DataSource dataSource) {
        this.jdbi = Jdbi.create(dataSource);
    }

    /** Whom somebody stands in for at this moment: who is away and named them, and in turn whom those stand in for. */
    public Set<UUID> standsInFor(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        WITH RECURSIVE now_away AS (
                            SELECT person_id, deputy_id FROM deputy
                            WHERE starts_at <= clock_timestamp() AND clock_timestamp() < ends_at),
                        stood_in_for (id) AS (
                            SELECT person_id FROM now_away WHERE deputy_id = :person
                            UNION
                            SELECT a.person_id FROM now_away a JOIN stood_in_for s ON a.deputy_id = s.id)
                        SELECT id FROM stood_in_for WHERE id <> :person
                        """)
                .bind("person", personId)
                .mapTo(UUID.class)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Notes who stands in during an absence, in place of whom it was before. */
    public void appoint(UUID absenceId, UUID personId, UUID deputyId, Instant from, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO deputy (absence_id, person_id, deputy_id, starts_at, ends_at)
                        VALUES (:absence, :person, :deputy, :from, :until)
                        ON CONFLICT (absence_id) DO UPDATE SET person_id = excluded.person_id,
                            deputy_id = excluded.deputy_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at
                        """)
                .bind("absence", absenceId)
                .bind("person", personId)
                .bind("deputy", deputyId)
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("until", until.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Notes that nobody stands in during an absence any more. */
    public void dismiss(UUID absenceId) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM deputy WHERE absence_id = :absence")
                .bind("absence", absenceId)
                .execute());
    }
}
