package dev.tightrope.outreach.prospect;

import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the address and number of an executive in the hands of those whose outreach uses them: mail and call go where
 * these say. It reads the outreach table itself, because this feature lies below outreaches.
 */
@ApplicationScoped
class ExecutiveInUse {
    private final Jdbi jdbi;

    ExecutiveInUse(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record OpenOutreach(
            UUID ownerId, String ownerName, @Nullable UUID teamId) {
        static OpenOutreach of(ResultSet row) throws SQLException {
            return new OpenOutreach(
                    Columns.uuid(row, "owner_id"), row.getString("owner_name"), Columns.uuidOrNull(row, "team_id"));
        }
    }

    /** Refuses what would send another rep's mail or call elsewhere. The executive's row must be locked. */
    void check(Executive before, @Nullable String email, @Nullable String phone, Visibility who) {
        if (Objects.equals(before.email(), email) && Objects.equals(before.phone(), phone)) {
            return;
        }
        List<OpenOutreach> open = openWith(before.id());
        open.stream()
                .filter(outreach -> !who.sees(outreach.ownerId(), outreach.teamId()))
                .findFirst()
                .ifPresent(outreach -> {
                    throw Problems.conflict(
                            "company-held",
                            outreach.ownerName() + " has an open outreach with " + before.name()
                                    + ": address and number are theirs, their manager's or an admin's to change until it"
                                    + " is closed. Talk to them.",
                            Map.of("heldBy", Map.of("ownerId", outreach.ownerId(), "ownerName", outreach.ownerName())));
                });
        boolean removed = (before.email() != null && email == null) || (before.phone() != null && phone == null);
        if (removed && !open.isEmpty()) {
            throw Problems.conflict(
                    "executive-in-use",
                    "An open outreach needs the address and the number of " + before.name()
                            + ": they can be corrected, and be removed once it is closed.");
        }
    }

    private List<OpenOutreach> openWith(UUID executiveId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT o.owner_id, o.team_id, coalesce(p.name, 'Somebody of ours') AS owner_name
                        FROM outreach o LEFT JOIN person p ON p.id = o.owner_id
                        WHERE o.executive_id = :executive AND o.state <> 'CLOSED'
                        ORDER BY o.id
                        """)
                .bind("executive", executiveId)
                .map((row, context) -> OpenOutreach.of(row))
                .list());
    }
}
