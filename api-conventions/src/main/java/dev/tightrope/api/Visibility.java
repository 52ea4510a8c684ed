package dev.tightrope.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a caller sees and may act on; all others answer 404. Every query on owned rows carries {@link #SQL}:
 *
 * <pre>{@code
 * handle.createQuery("SELECT … FROM outreach WHERE id = :id AND " + Visibility.SQL)
 *         .bind("id", id)
 *         .bindMethods(visibility)
 * }</pre>
 *
 * @param me the caller: own rows are always seen
 * @param team the team the caller leads; absent for a rep, and for a manager without a team, who see only their own
 * @param all whether every row is seen (admin)
 */
public record Visibility(UUID me, @Nullable UUID team, boolean all) {
    /** The same rule for a WHERE clause over {@code owner_id} and {@code team_id}; bind me, team and all. */
    public static final String SQL = "(:all OR owner_id = :me OR team_id = CAST(:team AS uuid))";

    /**
     * What this caller sees.
     *
     * @param teamOfCaller the team in the caller's own profile; it counts only for a manager
     */
    public static Visibility of(Caller caller, @Nullable UUID teamOfCaller) {
        return new Visibility(caller.personId(), caller.isManager() ? teamOfCaller : null, caller.isAdmin());
    }

    /** Whether a row of this owner and team is seen. */
    public boolean sees(UUID owner, @Nullable UUID teamOfRow) {
        return all || me.equals(owner) || (team != null && team.equals(teamOfRow));
    }
}
