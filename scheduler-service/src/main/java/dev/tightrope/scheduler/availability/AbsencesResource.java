package dev.tightrope.scheduler.availability;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.scheduler.people.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Who is away when, and who stands in for them, over REST. */
@Path("/calendars/absences")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "calendars")
public class AbsencesResource {
    private final FindAbsences findAbsences;
    private final PlanAbsence planAbsence;
    private final Viewer viewer;

    AbsencesResource(FindAbsences findAbsences, PlanAbsence planAbsence, Viewer viewer) {
        this.findAbsences = findAbsences;
        this.planAbsence = planAbsence;
        this.viewer = viewer;
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listAbsences",
            summary = "List absences: one's own, a manager's team's, and those one stands in for",
            description = "sort: createdAt, -createdAt, updatedAt, -updatedAt")
    public Page<AbsenceView> list(@BeanParam ListParameters list, @QueryParam("personId") @Nullable String personId) {
        return findAbsences.page(viewer.visibility(), list, ListParameters.uuid("personId", personId));
    }

    /** Reads one. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getAbsence", summary = "One absence")
    @APIResponse(responseCode = "200", description = "The absence; its ETag goes into If-Match of an update")
    public RestResponse<AbsenceView> get(@PathParam("id") UUID id) {
        AbsenceView absence =
                findAbsences.byId(viewer.visibility(), id).orElseThrow(() -> Problems.notFound("absence", id));
        return ETags.tagged(absence, absence.version());
    }

    /** Records one. */
    @POST
    @Idempotent
    @Operation(
            operationId = "addAbsence",
            summary = "Record that somebody is away: oneself, or somebody of the team one leads",
            description =
                    "With a deputy everything falls due as before and goes to the deputy, who sees and acts on the"
                            + " outreaches meanwhile; if the deputy is away, too, to theirs. Without one it waits for the first"
                            + " working morning after the absence, within seconds for what is set already. A rep names a deputy of"
                            + " the own team.")
    @APIResponse(
            responseCode = "201",
            description = "The absence",
            content = @Content(schema = @Schema(implementation = AbsenceView.class)))
    public RestResponse<AbsenceView> add(@NotNull @Valid AbsenceRequest request, UriInfo uri) {
        AbsenceView added = planAbsence.add(request);
        URI location = uri.getAbsolutePathBuilder().path(added.id().toString()).build();
        return ResponseBuilder.<AbsenceView>created(location)
                .entity(added)
                .tag(ETags.of(added.version()))
                .build();
    }

    /** Changes one. */
    @PUT
    @Path("/{id}")
    @Idempotent
    @Operation(operationId = "changeAbsence", summary = "Change the days of an absence, or who stands in")
    @APIResponse(responseCode = "200", description = "The absence as changed")
    public RestResponse<AbsenceView> change(
            @PathParam("id") UUID id,
            @NotNull @Valid AbsenceRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        AbsenceView changed = planAbsence.change(id, request, ifMatch);
        return ETags.tagged(changed, changed.version());
    }

    /** Takes one back. */
    @DELETE
    @Path("/{id}")
    @Idempotent
    @Operation(operationId = "removeAbsence", summary = "Take an absence back")
    @APIResponse(responseCode = "204", description = "It is taken back")
    public void remove(@PathParam("id") UUID id) {
        planAbsence.remove(id);
    }
}
