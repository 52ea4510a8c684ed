package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Roles;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Outreaches: opening and listing them. */
@Path("/outreaches")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "outreaches")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class OutreachesResource {
    private static final List<Sort> SORTS =
            List.of(Sort.LATEST_CREATED, Sort.CREATED, Sort.UPDATED, Sort.LATEST_UPDATED);

    private final Jdbi jdbi;
    private final OpenOutreach openOutreach;
    private final ShowOutreach showOutreach;
    private final People people;
    private final Caller caller;

    OutreachesResource(Jdbi jdbi, OpenOutreach openOutreach, ShowOutreach showOutreach, People people, Caller caller) {
        this.jdbi = jdbi;
        this.openOutreach = openOutreach;
        this.showOutreach = showOutreach;
        this.people = people;
        this.caller = caller;
    }

    /** Lists the outreaches the caller sees. */
    @GET
    @Operation(
            summary =
                    "List own outreaches, a manager those of the team; sort: -createdAt, createdAt, updatedAt, -updatedAt")
    public Page<OutreachDetail> list(
            @BeanParam ListParameters parameters,
            @Parameter(schema = @Schema(implementation = OutreachState.class)) @QueryParam("state") @Nullable
                    String state,
            @QueryParam("ownerId") @Nullable String owner,
            @QueryParam("prospectId") @Nullable String prospect,
            @QueryParam("executiveId") @Nullable String executive) {
        OutreachState wanted = ListParameters.oneOf(OutreachState.class, "state", state);
        Visibility who = people.visibilityOf(caller);
        Listing listing = new Listing(
                        OutreachStore.WITH_ROUND, Sort.choose(parameters.sort, parameters.updatedAfter != null, SORTS))
                .where("updated_at > :after", "after", parameters.changedAfter())
                .where("state = :state", "state", wanted == null ? null : wanted.name())
                .where("owner_id = :owner", "owner", ListParameters.uuid("ownerId", owner))
                .where("prospect_id = :prospect", "prospect", ListParameters.uuid("prospectId", prospect))
                .where("executive_id = :executive", "executive", ListParameters.uuid("executiveId", executive));
        if (!who.all()) {
            listing.where(Visibility.MINE, who);
        }
        return listing.fetch(jdbi, parameters.page(), new OutreachRowMapper()).map(OutreachDetail::inList);
    }

    /** Opens an outreach. */
    @POST
    @Idempotent
    @Operation(
            summary = "Open an outreach and hold its company",
            description = "422 names everything missing at once; 409 company-held names who holds the company.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response open(@NotNull @Valid OpenRequest request, UriInfo uri) {
        OpenOutreach.Opened opened = openOutreach.open(request);
        return showOutreach.with(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(opened.id().toString())
                        .build()),
                opened.id(),
                opened.warnings());
    }
}
