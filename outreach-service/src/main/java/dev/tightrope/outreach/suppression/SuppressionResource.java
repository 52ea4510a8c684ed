package dev.tightrope.outreach.suppression;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.events.SuppressionKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The suppression list; everybody may add to it, only managers add a whole domain or take something off. */
@Path("/suppressions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "suppressions")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class SuppressionResource {
    private static final List<Sort> SORTS =
            List.of(Sort.CREATED, Sort.LATEST_CREATED, Sort.UPDATED, Sort.LATEST_UPDATED);

    private final Jdbi jdbi;
    private final Caller caller;
    private final Suppressions suppressions;
    private final RecordSuppression recordSuppression;
    private final LiftSuppression liftSuppression;

    SuppressionResource(
            Jdbi jdbi,
            Caller caller,
            Suppressions suppressions,
            RecordSuppression recordSuppression,
            LiftSuppression liftSuppression) {
        this.jdbi = jdbi;
        this.caller = caller;
        this.suppressions = suppressions;
        this.recordSuppression = recordSuppression;
        this.liftSuppression = liftSuppression;
    }

    /** Lists suppressions. */
    @GET
    @Operation(
            summary = "List suppressions in force, or with lifted=true those that were lifted",
            description = "sort: createdAt, -createdAt, updatedAt, -updatedAt")
    public Page<Suppression> list(
            @BeanParam ListParameters parameters,
            @Parameter(schema = @Schema(implementation = SuppressionKind.class)) @QueryParam("kind") @Nullable
                    String kind,
            @QueryParam("value") @Nullable String value,
            @QueryParam("lifted") @Nullable String lifted) {
        boolean wantsLifted = Boolean.TRUE.equals(ListParameters.flag("lifted", lifted));
        SuppressionKind wantedKind = ListParameters.oneOf(SuppressionKind.class, "kind", kind);
        return new Listing("suppression", Sort.choose(parameters.sort, parameters.updatedAfter != null, SORTS))
                .where(wantsLifted ? "lifted_at IS NOT NULL" : "lifted_at IS NULL")
                .where("kind = :kind", "kind", wantedKind == null ? null : wantedKind.name())
                .where("value IN (lower(:value), erased_value(:value))", "value", ListParameters.text("value", value))
                .where("updated_at > :after", "after", parameters.changedAfter())
                .fetch(jdbi, parameters.page(), new SuppressionMapper());
    }

    /** Reads one suppression. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One suppression, in force or lifted")
    public Suppression read(@PathParam("id") UUID id) {
        return suppressions.byId(id).orElseThrow(() -> Problems.notFound("suppression", id));
    }

    /** Adds a suppression. */
    @POST
    @Idempotent
    @Operation(
            summary = "Suppress an address, number or domain; one that is suppressed already stays as it is",
            description =
                    "In force at once, whoever says so. An executive's address closes the open outreaches to them that"
                            + " are the caller's own or of the team the caller leads; of the others it stops what is not out yet,"
                            + " and their reps and managers are told and say whether they end (closure as OPTED_OUT). A domain"
                            + " closes every outreach at its company: managers and administrators only.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Suppression.class)))
    public Response add(@NotNull @Valid SuppressionRequest request, UriInfo uri) {
        if (request.kind() == SuppressionKind.DOMAIN && !caller.isManager() && !caller.isAdmin()) {
            throw Problems.forbidden("Only a manager may suppress a whole domain: it closes every outreach there. Ask"
                    + " yours; in an outreach of your own, say that the answer means OPTED_OUT with wholeCompany.");
        }
        Suppression suppression = recordSuppression.record(
                request.kind(),
                request.value(),
                request.reason(),
                request.source(),
                request.country(),
                caller.personId());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(suppression.id().toString())
                        .build())
                .entity(suppression)
                .build();
    }

    /** Takes something off the list. */
    @DELETE
    @Idempotent
    @Path("/{id}")
    @RolesAllowed({Roles.SALES_MANAGER, Roles.ADMIN})
    @Operation(summary = "Lift a suppression, saying why")
    public void lift(@PathParam("id") UUID id, @QueryParam("reason") @Nullable String reason) {
        String why = ListParameters.text("reason", reason);
        if (why == null) {
            throw Problems.badRequest(
                    FieldError.query("reason", "must say why they may be contacted again, for the record"));
        }
        liftSuppression.lift(id, why);
    }
}
