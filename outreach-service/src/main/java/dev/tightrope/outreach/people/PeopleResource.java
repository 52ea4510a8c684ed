package dev.tightrope.outreach.people;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Everybody of ours; colleagues see each other, because a held company is refused with its holder's name. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class PeopleResource {
    private static final List<Sort> SORTS = List.of(Sort.NAME, Sort.UPDATED, Sort.LATEST_UPDATED);

    private final Jdbi jdbi;
    private final People people;
    private final AssignTeam assignTeam;

    PeopleResource(Jdbi jdbi, People people, AssignTeam assignTeam) {
        this.jdbi = jdbi;
        this.people = people;
        this.assignTeam = assignTeam;
    }

    /** Lists people. */
    @GET
    @Operation(summary = "List people by team or name; sort: name, updatedAt, -updatedAt")
    public Page<PersonView> list(
            @BeanParam ListParameters parameters,
            @QueryParam("teamId") @Nullable String teamId,
            @QueryParam("name") @Nullable String name) {
        return new Listing("person", Sort.choose(parameters.sort, parameters.updatedAfter != null, SORTS))
                .where("team_id = :team", "team", ListParameters.uuid("teamId", teamId))
                .whereContains("name", "name", ListParameters.text("name", name))
                .where("updated_at > :after", "after", parameters.changedAfter())
                .fetch(jdbi, parameters.page(), new PersonMapper())
                .map(PersonView::of);
    }

    /** Reads one person. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One person")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response read(@PathParam("id") UUID id) {
        return answer(people.byId(id).orElseThrow(() -> Problems.notFound("person", id)));
    }

    /** Puts a person into a team. */
    @PUT
    @Idempotent
    @Path("/{id}/team")
    @RolesAllowed({Roles.SALES_MANAGER, Roles.ADMIN})
    @Operation(summary = "Put a person into a team, or with null into none")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response assign(
            @PathParam("id") UUID id,
            @NotNull TeamOfPerson request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(assignTeam.assign(id, request.teamId(), ifMatch));
    }

    private static Response answer(Person person) {
        return Response.ok(PersonView.of(person))
                .tag(ETags.of(person.version()))
                .build();
    }

    record TeamOfPerson(@Nullable UUID teamId) {}
}
