package dev.tightrope.outreach.outreach;

import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Tells open outreaches whose story may not be told any more and who do not know: it was allowed until a day that is over
 * by now, and nobody does anything on that day, or it was withdrawn just when they took it up or a late answer brought
 * them back. An outreach that knows has its story barred and is not found again.
 */
@ApplicationScoped
class EndDuePermissions {
    private static final Logger LOG = Logger.getLogger(EndDuePermissions.class);

    private static final String DUE = """
            FROM outreach o
            JOIN outreach_round r ON r.outreach_id = o.id AND r.round = o.round
            JOIN success_story s ON s.id = o.story_id
            WHERE o.state <> 'CLOSED' AND NOT r.story_barred
              AND NOT story_may_be_named(s.id, clock_timestamp())
            """;

    private final Jdbi jdbi;
    private final OutreachMoves moves;

    EndDuePermissions(Jdbi jdbi, OutreachMoves moves) {
        this.jdbi = jdbi;
        this.moves = moves;
    }

    /** Tells all of them, each in a transaction of its own, so that one that cannot be told holds up none. */
    void runOnce() {
        for (UUID id : due()) {
            try {
                QuarkusTransaction.requiringNew().run(() -> tell(id));
            } catch (RuntimeException e) {
                LOG.warnf(e, "outreach %s does not know yet that its story's permission ended; trying again", id);
            }
        }
    }

    private List<UUID> due() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT o.id " + DUE + " ORDER BY o.id")
                .mapTo(UUID.class)
                .list());
    }

    /**
     * Another replica that is about to tell it has its row locked, and whoever renews the permission the story's: then it
     * is looked for again.
     */
    private void tell(UUID id) {
        jdbi.withHandle(handle -> handle.createQuery("SELECT s.id AS story, s.competitor_name, s.permission_until "
                                + DUE + " AND o.id = :id FOR UPDATE OF o SKIP LOCKED FOR SHARE OF s SKIP LOCKED")
                        .bind("id", id)
                        .map((row, context) -> new Ended(
                                Columns.uuid(row, "story"),
                                row.getString("competitor_name"),
                                row.getString("permission_until")))
                        .findOne())
                .ifPresent(ended -> moves.event(
                        id,
                        Actor.system("stories"),
                        new OutreachTrigger.PermissionEnded(ended.storyId(), ended.competitor()),
                        "the permission to name " + ended.competitor()
                                + (ended.until() == null ? " ended" : " ended with " + ended.until())));
    }

    private record Ended(
            UUID storyId, String competitor, @Nullable String until) {}
}
