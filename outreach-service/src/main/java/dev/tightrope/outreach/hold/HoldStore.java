package dev.tightrope.outreach.hold;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Rows of holds and of what makes companies the same. */
@ApplicationScoped
class HoldStore {
    private final Jdbi jdbi;

    HoldStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Nobody else takes or releases a hold with one of these keys until the transaction ends. In a fixed order, so that
     * two of them wait for each other instead of deadlocking.
     */
    void lock(TreeSet<String> keys) {
        jdbi.useHandle(handle -> keys.forEach(
                key -> handle.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:key, 41))) l")
                        .bind("key", key)
                        .mapTo(Integer.class)
                        .one()));
    }

    List<Hold> withAnyKey(Iterable<String> keys) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM company_hold h
                        WHERE h.released_at IS NULL
                          AND EXISTS (SELECT 1 FROM company_hold_key k WHERE k.hold_id = h.id AND k.key = ANY(:keys))
                        ORDER BY h.exclusive DESC, h.taken_at, h.id
                        """)
                .bindArray("keys", String.class, keys)
                .map(new HoldMapper())
                .list());
    }

    Optional<Hold> ofOutreach(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM company_hold WHERE outreach_id = :outreach AND released_at IS NULL")
                .bind("outreach", outreachId)
                .map(new HoldMapper())
                .findOne());
    }

    /** A hold that is not released. */
    Optional<Hold> byId(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM company_hold WHERE id = :id AND released_at IS NULL")
                        .bind("id", id)
                        .map(new HoldMapper())
                        .findOne());
    }

    /** Holds that share a key with this one, as they are recorded. */
    List<Hold> others(Hold hold) {
        return withAnyKey(keysOf(hold.id())).stream()
                .filter(other -> !other.id().equals(hold.id()))
                .toList();
    }

    void insert(Hold hold, TreeSet<String> keys, @Nullable UUID overriddenBy) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO company_hold (id, outreach_id, prospect_id, owner_id, owner_name, company_name,
                                                      domains, exclusive, override_reason, overridden_by, contested_by,
                                                      taken_at)
                            VALUES (:id, :outreachId, :prospectId, :ownerId, :ownerName, :companyName,
                                    :domains, :exclusive, :overrideReason, :overriddenBy, :contestedBy, :takenAt)
                            """)
                    .bind("id", hold.id())
                    .bind("outreachId", hold.outreachId())
                    .bind("prospectId", hold.prospectId())
                    .bind("ownerId", hold.ownerId())
                    .bind("ownerName", hold.ownerName())
                    .bind("companyName", hold.companyName())
                    .bindArray("domains", String.class, hold.domains())
                    .bind("exclusive", hold.exclusive())
                    .bind("overrideReason", hold.overrideReason())
                    .bind("overriddenBy", overriddenBy)
                    .bind("contestedBy", hold.contestedBy())
                    .bind("takenAt", hold.takenAt())
                    .execute();
            handle.createUpdate("""
                            INSERT INTO company_hold_key (hold_id, key, exclusive)
                            SELECT :id, key, :exclusive FROM unnest(:keys) AS key
                            """)
                    .bind("id", hold.id())
                    .bind("exclusive", hold.exclusive())
                    .bindArray("keys", String.class, keys)
                    .execute();
        });
    }

    TreeSet<String> keysOf(UUID holdId) {
        List<String> keys =
                jdbi.withHandle(handle -> handle.createQuery("SELECT key FROM company_hold_key WHERE hold_id = :hold")
                        .bind("hold", holdId)
                        .mapTo(String.class)
                        .list());
        return new TreeSet<>(keys);
    }

    void release(UUID holdId, Instant at) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM company_hold_key WHERE hold_id = :hold")
                    .bind("hold", holdId)
                    .execute();
            handle.createUpdate("UPDATE company_hold SET released_at = :at WHERE id = :hold")
                    .bind("hold", holdId)
                    .bind("at", at)
                    .execute();
        });
    }

    /** Gives a hold other keys; none of them is exclusive until said so. */
    void replaceKeys(UUID holdId, TreeSet<String> keys) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM company_hold_key WHERE hold_id = :hold")
                    .bind("hold", holdId)
                    .execute();
            handle.createUpdate("""
                            INSERT INTO company_hold_key (hold_id, key, exclusive)
                            SELECT :hold, key, false FROM unnest(:keys) AS key
                            """)
                    .bind("hold", holdId)
                    .bindArray("keys", String.class, keys)
                    .execute();
        });
    }

    void makeExclusive(UUID holdId) {
        setExclusive(holdId, true);
    }

    /** Somebody else holds the company, too, and no manager has allowed it yet, whatever one allowed earlier. */
    void contest(UUID holdId) {
        setExclusive(holdId, false);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE company_hold SET override_reason = NULL, overridden_by = NULL WHERE id = :hold")
                .bind("hold", holdId)
                .execute());
    }

    private void setExclusive(UUID holdId, boolean exclusive) {
        for (String update : List.of(
                "UPDATE company_hold SET exclusive = :exclusive WHERE id = :hold",
                "UPDATE company_hold_key SET exclusive = :exclusive WHERE hold_id = :hold")) {
            jdbi.useHandle(handle -> handle.createUpdate(update)
                    .bind("hold", holdId)
                    .bind("exclusive", exclusive)
                    .execute());
        }
    }

    void keepTold(UUID holdId, List<String> domains, @Nullable String contestedBy) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE company_hold SET domains = :domains, contested_by = :contestedBy WHERE id = :hold")
                .bind("hold", holdId)
                .bindArray("domains", String.class, domains)
                .bind("contestedBy", contestedBy)
                .execute());
    }

    /** Makes a hold exclusive if no other one has any of its keys. */
    void makeExclusiveIfAlone(UUID holdId) {
        jdbi.useHandle(handle -> {
            int alone = handle.createUpdate("""
                            UPDATE company_hold SET exclusive = true
                            WHERE id = :hold
                              AND NOT EXISTS (SELECT 1
                                              FROM company_hold_key mine
                                              JOIN company_hold_key other ON other.key = mine.key
                                              WHERE mine.hold_id = :hold AND other.hold_id <> :hold)
                            """).bind("hold", holdId).execute();
            if (alone == 1) {
                setExclusive(holdId, true);
            }
        });
    }

    void handOver(UUID holdId, UUID ownerId, String ownerName) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE company_hold SET owner_id = :owner, owner_name = :name WHERE id = :hold")
                .bind("hold", holdId)
                .bind("owner", ownerId)
                .bind("name", ownerName)
                .execute());
    }

    void allow(UUID holdId, HoldOverride override) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE company_hold SET override_reason = :reason, overridden_by = :manager WHERE id = :hold
                        """)
                .bind("hold", holdId)
                .bind("reason", override.reason())
                .bind("manager", override.managerId())
                .execute());
    }
}
