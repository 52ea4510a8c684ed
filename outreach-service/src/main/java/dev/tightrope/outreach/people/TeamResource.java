package dev.tightrope.outreach.people;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.outreach.input.SingleLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;

/** Teams; administrators make and name them. */
@Path("/teams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class TeamResource {
    private static final List<Sort> SORTS = List.of(Sort.NAME, Sort.UPDATED, Sort.LATEST_UPDATED);

    private final Jdbi jdbi;
    private final Teams teams;

    TeamResource(Jdbi jdbi, Teams teams) {
        this.jdbi = jdbi;
        this.teams = teams;
    }

    /** Lists teams. */
    @GET
    @Operation(summary = "List teams; sort: name, updatedAt, -updatedAt")
    public Page<Team> list(@BeanParam ListParameters parameters) {
        return new Listing("team", Sort.choose(parameters.sort, parameters.updatedAfter != null, SORTS))
                .where("updated_at > :after", "after", parameters.changedAfter())
                .fetch(jdbi, parameters.page(), new TeamMapper());
    }

    /** Reads one team. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One team")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Team.class)))
    public Response read(@PathParam("id") UUID id) {
        Team team = teams.byId(id).orElseThrow(() -> Problems.notFound("team", id));
        return Response.ok(team).tag(ETags.of(team.version())).build();
    }

    /** Makes a team. */
    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Make a team")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Team.class)))
    public Response make(@NotNull @Valid TeamRequest request, UriInfo uri) {
        Team team = teams.make(request.name().strip());
        return Response.created(
                        uri.getAbsolutePathBuilder().path(team.id().toString()).build())
                .entity(team)
                .tag(ETags.of(team.version()))
                .build();
    }

    /** Renames a team. */
    @PUT
    @Idempotent
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Rename a team")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Team.class)))
    public Response rename(
            @PathParam("id") UUID id,
            @NotNull @Valid TeamRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Team team = teams.rename(id, request.name().strip(), ifMatch);
        return Response.ok(team).tag(ETags.of(team.version())).build();
    }

    record TeamRequest(@NotNull @SingleLine(max = 100) String name) {}
}
