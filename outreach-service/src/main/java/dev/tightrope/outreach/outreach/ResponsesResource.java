package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.outreach.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people at the prospect said, and what it means. */
@Path("/outreaches/{id}/responses")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "outreaches")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class ResponsesResource {
    private final RecordResponse recordResponse;
    private final DisposeResponse disposeResponse;
    private final ResponseStore responses;
    private final ShowOutreach showOutreach;
    private final OutreachStore store;
    private final People people;
    private final Caller caller;

    ResponsesResource(
            RecordResponse recordResponse,
            DisposeResponse disposeResponse,
            ResponseStore responses,
            ShowOutreach showOutreach,
            OutreachStore store,
            People people,
            Caller caller) {
        this.recordResponse = recordResponse;
        this.disposeResponse = disposeResponse;
        this.responses = responses;
        this.showOutreach = showOutreach;
        this.store = store;
        this.people = people;
        this.caller = caller;
    }

    /** Lists them. */
    @GET
    @Operation(summary = "Responses of the outreach, the oldest first")
    public Page<ResponseRow> list(@PathParam("id") UUID id, @BeanParam ListParameters parameters) {
        store.find(id, people.visibilityOf(caller));
        return responses.of(id, parameters.page());
    }

    /** Records one. */
    @POST
    @Idempotent
    @Operation(summary = "Record a response that came by phone, in person or another way")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ResponseRow.class)))
    public Response record(@PathParam("id") UUID id, @NotNull @Valid Requests.NewResponse request, UriInfo uri) {
        UUID response = recordResponse.record(Acting.caller(caller, people), id, request);
        return Response.created(
                        uri.getAbsolutePathBuilder().path(response.toString()).build())
                .entity(responses.byId(response))
                .build();
    }

    /** Says what one means. */
    @POST
    @Path("/{responseId}/disposition")
    @Idempotent
    @Operation(summary = "Say what a response means; answers with the outreach")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response dispose(
            @PathParam("id") UUID id,
            @PathParam("responseId") UUID responseId,
            @NotNull @Valid Requests.Meaning request) {
        disposeResponse.dispose(Acting.caller(caller, people), id, responseId, request);
        return showOutreach.ok(id);
    }
}
