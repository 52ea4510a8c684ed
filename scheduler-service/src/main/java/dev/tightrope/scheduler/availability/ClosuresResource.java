package dev.tightrope.scheduler.availability;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** Days on which the company is closed, over REST. */
@Path("/calendars/closures")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "calendars")
public class ClosuresResource {
    private final Closures closures;
    private final Caller caller;

    ClosuresResource(Closures closures, Caller caller) {
        this.closures = closures;
        this.caller = caller;
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listClosures",
            summary = "List the days on which the company is closed",
            description = "sort: createdAt, -createdAt, updatedAt, -updatedAt")
    public Page<ClosureView> list(@BeanParam ListParameters list) {
        return closures.page(list);
    }

    /** Reads one. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getClosure", summary = "One closure")
    public ClosureView get(@PathParam("id") UUID id) {
        return closures.byId(id).orElseThrow(() -> Problems.notFound("closure", id));
    }

    /** Records one. */
    @POST
    @Idempotent
    @RolesAllowed({Roles.SALES_MANAGER, Roles.ADMIN})
    @Operation(
            operationId = "addClosure",
            summary = "Close the company on some days, everywhere or in one country",
            description =
                    "Nothing falls due to anybody there on these days: it moves to the next working morning, within"
                            + " seconds for what is set already.")
    @APIResponse(
            responseCode = "201",
            description = "The closure",
            content = @Content(schema = @Schema(implementation = ClosureView.class)))
    public RestResponse<ClosureView> add(@NotNull @Valid ClosureRequest request, UriInfo uri) {
        ClosureView added = closures.add(request, caller.personId());
        URI location = uri.getAbsolutePathBuilder().path(added.id().toString()).build();
        return ResponseBuilder.<ClosureView>created(location).entity(added).build();
    }

    /** Takes one back. */
    @DELETE
    @Path("/{id}")
    @Idempotent
    @RolesAllowed({Roles.SALES_MANAGER, Roles.ADMIN})
    @Operation(operationId = "removeClosure", summary = "Take a closure back")
    @APIResponse(responseCode = "204", description = "It is taken back")
    public void remove(@PathParam("id") UUID id) {
        closures.remove(id);
    }
}
