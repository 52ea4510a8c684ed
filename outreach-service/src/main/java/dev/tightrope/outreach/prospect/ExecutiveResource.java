package dev.tightrope.outreach.prospect;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The highest-level managers of the prospects; all of ours share them. */
@Path("/executives")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "executives")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class ExecutiveResource {
    private static final List<Sort> SORTS =
            List.of(Sort.CREATED, Sort.LATEST_CREATED, Sort.UPDATED, Sort.LATEST_UPDATED, Sort.NAME);

    private final Jdbi jdbi;
    private final Executives executives;
    private final RecordExecutive recordExecutive;
    private final ChangeExecutive changeExecutive;
    private final PhoneSearch phones;
    private final BouncedAddresses bounced;

    ExecutiveResource(
            Jdbi jdbi,
            Executives executives,
            RecordExecutive recordExecutive,
            ChangeExecutive changeExecutive,
            PhoneSearch phones,
            BouncedAddresses bounced) {
        this.jdbi = jdbi;
        this.executives = executives;
        this.recordExecutive = recordExecutive;
        this.changeExecutive = changeExecutive;
        this.phones = phones;
        this.bounced = bounced;
    }

    /** Lists executives. */
    @GET
    @Operation(
            summary = "List executives, of a prospect or by name, address or number",
            description = "sort: createdAt, -createdAt, updatedAt, -updatedAt, name")
    public Page<ExecutiveView> list(
            @BeanParam ListParameters parameters,
            @QueryParam("prospectId") @Nullable String prospectId,
            @QueryParam("name") @Nullable String name,
            @QueryParam("email") @Nullable String email,
            @QueryParam("phone") @Nullable String phone) {
        Page<Executive> page = new Listing(
                        "executive", Sort.choose(parameters.sort, parameters.updatedAfter != null, SORTS))
                .where("prospect_id = :prospect", "prospect", ListParameters.uuid("prospectId", prospectId))
                .whereContains("name", "name", ListParameters.text("name", name))
                .where("lower(email) = lower(:email)", "email", ListParameters.text("email", email))
                .where("phone LIKE :phone", "phone", phones.pattern(phone))
                .where("updated_at > :after", "after", parameters.changedAfter())
                .fetch(jdbi, parameters.page(), new ExecutiveMapper());
        Map<String, BouncedAddresses.Bounced> marked =
                bounced.among(page.data().stream().map(Executive::email).toList());
        return page.map(executive -> ExecutiveView.of(
                executive, executive.email() == null ? null : marked.get(BouncedAddresses.lower(executive.email()))));
    }

    /** Reads one executive. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One executive")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExecutiveView.class)))
    public Response read(@PathParam("id") UUID id) {
        return answer(executives.byId(id).orElseThrow(() -> Problems.notFound("executive", id)));
    }

    /** Records an executive. */
    @POST
    @Idempotent
    @Operation(summary = "Record an executive; address and number can follow")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ExecutiveView.class)))
    public Response add(@NotNull @Valid ExecutiveRequest request, UriInfo uri) {
        Executive executive = recordExecutive.record(request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(executive.id().toString())
                        .build())
                .entity(view(executive))
                .tag(ETags.of(executive.version()))
                .build();
    }

    /** Changes an executive. */
    @PUT
    @Idempotent
    @Path("/{id}")
    @Operation(summary = "Replace what is recorded of an executive")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExecutiveView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @NotNull @Valid ExecutiveRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(changeExecutive.change(id, request, ifMatch));
    }

    private Response answer(Executive executive) {
        return Response.ok(view(executive)).tag(ETags.of(executive.version())).build();
    }

    private ExecutiveView view(Executive executive) {
        return ExecutiveView.of(executive, bounced.of(executive.email()).orElse(null));
    }
}
