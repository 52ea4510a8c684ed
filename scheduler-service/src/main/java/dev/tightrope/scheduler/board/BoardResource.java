package dev.tightrope.scheduler.board;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.Person;
import dev.tightrope.scheduler.people.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The board over REST: a manager sees the team's, an admin any team's, a rep what is theirs. */
@Path("/reminders/board")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "reminders")
public class BoardResource {
    private static final String TEAM = "The team; by default the caller's. An admin without one has to name it";

    private final ReadBoard readBoard;
    private final Viewer viewer;
    private final Caller caller;
    private final People people;
    private final Clock clock;

    BoardResource(ReadBoard readBoard, Viewer viewer, Caller caller, People people, Clock clock) {
        this.readBoard = readBoard;
        this.viewer = viewer;
        this.caller = caller;
        this.people = people;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "What a team has in hand, by rep",
            description =
                    "Companies held, calls and follow-ups overdue, engaged without a next step that holds, and mails"
                            + " found to be passed on in the last seven days. Each with its number and those that are on it longest.")
    public Board board(@Parameter(description = TEAM) @QueryParam("teamId") @Nullable String teamId) {
        Instant now = clock.instant();
        return readBoard.read(scope(teamId, now), now);
    }

    @GET
    @Path("/items")
    @Operation(summary = "One list of the board in full, those longest on it first")
    public Page<BoardItem> items(
            @Parameter(required = true, schema = @Schema(implementation = BoardList.class))
                    @QueryParam("list")
                    @Nullable
                    String list,
            @Parameter(description = "Only of this rep") @QueryParam("personId") @Nullable String personId,
            @Parameter(description = TEAM) @QueryParam("teamId") @Nullable String teamId,
            @Parameter(description = "Rows on a page, 1 to 200", example = "50") @QueryParam("limit") @Nullable
                    String limit,
            @Parameter(description = "page.nextCursor of the page before") @QueryParam("cursor") @Nullable
                    String cursor) {
        BoardList wanted = ListParameters.oneOf(BoardList.class, "list", list);
        if (wanted == null) {
            throw Problems.badRequest(FieldError.query("list", "says which list, such as CALLS_OVERDUE"));
        }
        ListParameters paging = new ListParameters();
        paging.limit = limit;
        paging.cursor = cursor;
        PageRequest page = paging.page();
        return readBoard.page(scope(teamId, clock.instant()), wanted, ListParameters.uuid("personId", personId), page);
    }

    private BoardScope scope(@Nullable String askedFor, Instant now) {
        UUID asked = ListParameters.uuid("teamId", askedFor);
        Person me = people.find(caller.personId()).orElse(null);
        UUID own = me == null ? null : me.teamId();
        if (asked != null && !asked.equals(own) && !(caller.isAdmin() && people.hasTeam(asked))) {
            throw Problems.notFound("team", asked);
        }
        UUID team = asked == null ? own : asked;
        if (caller.isAdmin() && team == null) {
            throw Problems.badRequest(FieldError.query("teamId", "says whose board: your profile is in no team"));
        }
        boolean ofTeam = caller.isAdmin() || caller.isManager();
        return BoardScope.lastDays(
                viewer.visibility(),
                ofTeam ? team : null,
                now,
                me == null ? WorkingPlace.UNKNOWN.zone() : WorkingPlace.zone(me.zone()));
    }
}
