package dev.tightrope.outreach.prospect;

import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.outreach.address.Domains;
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
import jakarta.ws.rs.QueryParam;
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
import org.jspecify.annotations.Nullable;

/** The companies we want as customers; all of ours share them. */
@Path("/prospects")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "prospects")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class ProspectResource {
    private final BrowseProspects browse;
    private final RecordProspect recordProspect;
    private final ChangeProspect changeProspect;

    ProspectResource(BrowseProspects browse, RecordProspect recordProspect, ChangeProspect changeProspect) {
        this.browse = browse;
        this.recordProspect = recordProspect;
        this.changeProspect = changeProspect;
    }

    /** Lists prospects. */
    @GET
    @Operation(
            summary = "List prospects, with what each still lacks before an outreach can be opened",
            description = "sort: createdAt, -createdAt, updatedAt, -updatedAt, name")
    public Page<ProspectView> list(
            @BeanParam ListParameters parameters,
            @QueryParam("name") @Nullable String name,
            @QueryParam("domain") @Nullable String domain,
            @QueryParam("country") @Nullable String country,
            @QueryParam("parentId") @Nullable String parentId,
            @QueryParam("missing") @Nullable String missing) {
        return browse.list(
                parameters,
                ListParameters.text("name", name),
                domains(ListParameters.text("domain", domain)),
                ListParameters.text("country", country),
                ListParameters.uuid("parentId", parentId),
                ListParameters.flag("missing", missing));
    }

    /** Reads one prospect. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One prospect")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProspectView.class)))
    public Response read(@PathParam("id") UUID id) {
        ProspectView prospect = view(id);
        return Response.ok(prospect).tag(ETags.of(prospect.version())).build();
    }

    /** Records a prospect. */
    @POST
    @Idempotent
    @Operation(summary = "Record a prospect; what is not known yet can follow")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ProspectView.class)))
    public Response add(@NotNull @Valid ProspectRequest request, UriInfo uri) {
        Prospect prospect = recordProspect.record(request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(prospect.id().toString())
                        .build())
                .entity(view(prospect.id()))
                .tag(ETags.of(prospect.version()))
                .build();
    }

    /** Changes a prospect. */
    @PUT
    @Idempotent
    @Path("/{id}")
    @Operation(summary = "Replace what is recorded of a prospect")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProspectView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @NotNull @Valid ProspectRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Prospect prospect = changeProspect.change(id, request, ifMatch);
        return Response.ok(view(id)).tag(ETags.of(prospect.version())).build();
    }

    private ProspectView view(UUID id) {
        return browse.byId(id).orElseThrow(() -> Problems.notFound("prospect", id));
    }

    private static @Nullable List<String> domains(@Nullable String domain) {
        if (domain == null) {
            return null;
        }
        return Domains.normalise(domain)
                .map(Domains::withParents)
                .orElseThrow(() ->
                        Problems.badRequest(FieldError.query("domain", "must be a web domain such as example.com")));
    }
}
