package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.database.DatabaseClock;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Addresses what tells a rep of an outreach of theirs to whoever does their work at this moment: a deputy while they are
 * away, themselves again once they are back. What tells a manager of the team, or somebody of a mail account, stays.
 */
@ApplicationScoped
class AddressToDeputies {
    private final Jdbi jdbi;
    private final DatabaseClock clock;
    private final People people;

    AddressToDeputies(Jdbi jdbi, DatabaseClock clock, People people) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.people = people;
    }

    /** What was just queued for these people, before it is sent or gathered for a digest. */
    void queued(Collection<UUID> owners) {
        jdbi.useHandle(handle -> {
            Instant now = clock.now(handle);
            people.standIns(owners, now).forEach((meant, deputy) -> address(handle, meant, deputy, null, now));
        });
    }

    /** What was claimed, in the moment of sending; with a digest, all that waits for its reader. */
    @Transactional
    void claimed(Claim claim) {
        jdbi.useHandle(handle -> {
            Instant now = clock.now(handle);
            Set<UUID> meant = meant(handle, claim);
            Map<UUID, UUID> standIns = people.standIns(meant, now);
            meant.forEach(each -> address(handle, each, standIns.getOrDefault(each, each), claim.token(), now));
        });
    }

    private static Set<UUID> meant(Handle handle, Claim claim) {
        return new HashSet<>(handle.createQuery("""
                        SELECT CASE WHEN r.on_behalf_of IS NULL THEN r.recipient_id ELSE o.owner_id END AS meant
                        FROM reminder c
                        JOIN reminder r ON r.id = c.id
                            OR c.kind = 'DIGEST' AND r.recipient_id = c.recipient_id AND r.state = 'PENDING'
                        LEFT JOIN outreach o ON o.id = r.outreach_id
                        WHERE c.id = :id AND c.claim = :token
                        """)
                .bind("id", claim.reminderId())
                .bind("token", claim.token())
                .map((row, ctx) -> Rows.uuid(row, "meant"))
                .list());
    }

    /**
     * What somebody else has in hand stays as they read it. What a deputy was to get is meant for whoever owns the
     * outreach now.
     */
    private static void address(Handle handle, UUID meant, UUID to, @Nullable UUID claim, Instant now) {
        handle.createUpdate("""
                        UPDATE reminder r SET recipient_id = :to, on_behalf_of = nullif(:meant, :to)
                        WHERE r.state = 'PENDING' AND (r.recipient_id = :meant OR r.on_behalf_of IS NOT NULL)
                            AND (r.recipient_id <> :to OR r.on_behalf_of IS DISTINCT FROM nullif(:meant, :to))
                            AND r.kind <> 'ADDRESS_REFUSED'
                            AND (r.claim IS NULL OR r.claim = :claim OR r.next_attempt_at <= :now)
                            AND EXISTS (SELECT 1 FROM outreach o WHERE o.id = r.outreach_id AND o.owner_id = :meant)
                        """)
                .bind("meant", meant)
                .bind("to", to)
                .bindByType("claim", claim, UUID.class)
                .bind("now", now)
                .execute();
    }
}
