package dev.tightrope.api;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
 * @param standsInFor whose rows are seen like own ones, because they are away and the caller is their deputy
 */
public record Visibility(UUID me, @Nullable UUID team, boolean all, Set<UUID> standsInFor) {
    /** Own rows, those of the team, and those of whom the caller stands in for; for a WHERE clause as below. */
    public static final String MINE = mine("");

    /** The same rule for a WHERE clause over {@code owner_id} and {@code team_id}; bind the methods of a visibility. */
    public static final String SQL = "(:all OR " + MINE + ")";

    /** Of somebody who stands in for nobody. */
    public Visibility(UUID me, @Nullable UUID team, boolean all) {
        this(me, team, all, Set.of());
    }

    /**
     * What this caller sees.
     *
     * @param teamOfCaller the team in the caller's own profile; it counts only for a manager
     * @param standsInFor who is away now and has the caller as deputy
     */
    public static Visibility of(Caller caller, @Nullable UUID teamOfCaller, Set<UUID> standsInFor) {
        return new Visibility(
                caller.personId(), caller.isManager() ? teamOfCaller : null, caller.isAdmin(), standsInFor);
    }

    /** {@link #MINE} over the columns of a table.
     *
     * @param prefix alias of the table with a dot; empty for none
     */
    public static String mine(String prefix) {
        return "(%1$sowner_id = :me OR %1$steam_id = CAST(:team AS uuid) OR %1$sowner_id = ANY (CAST(:away AS uuid[])))"
                .formatted(prefix);
    }

    /** {@link #standsInFor} as PostgreSQL writes an array. */
    public String away() {
        return standsInFor.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    /** Whether a row of this owner and team is seen. */
    public boolean sees(UUID owner, @Nullable UUID teamOfRow) {
        return all || me.equals(owner) || (team != null && team.equals(teamOfRow)) || standsInFor.contains(owner);
    }
}
