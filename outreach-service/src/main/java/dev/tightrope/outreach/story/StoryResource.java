package dev.tightrope.outreach.story;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.outreach.input.FreeText;
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
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Success stories; all of ours share them. */
@Path("/success-stories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "success-stories")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class StoryResource {
    private final BrowseStories browse;
    private final Stories stories;
    private final WriteStory writeStory;
    private final SettlePermission settlePermission;
    private final Clock clock;

    StoryResource(
            BrowseStories browse,
            Stories stories,
            WriteStory writeStory,
            SettlePermission settlePermission,
            Clock clock) {
        this.browse = browse;
        this.stories = stories;
        this.writeStory = writeStory;
        this.settlePermission = settlePermission;
        this.clock = clock;
    }

    /** Lists stories. */
    @GET
    @Operation(
            summary = "List success stories by competitor, business-user role or language",
            description = "sort: createdAt, -createdAt, updatedAt, -updatedAt, competitor")
    public Page<StoryView> list(
            @BeanParam ListParameters parameters,
            @QueryParam("competitor") @Nullable String competitor,
            @QueryParam("businessUserRole") @Nullable String role,
            @QueryParam("language") @Nullable String language,
            @QueryParam("mayBeNamed") @Nullable String mayBeNamed) {
        return browse.list(
                parameters,
                ListParameters.text("competitor", competitor),
                ListParameters.text("businessUserRole", role),
                ListParameters.text("language", language),
                ListParameters.flag("mayBeNamed", mayBeNamed));
    }

    /** Reads one story. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One success story")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response read(@PathParam("id") UUID id) {
        return answer(Response.ok(), stories.byId(id).orElseThrow(() -> Problems.notFound("success story", id)));
    }

    /** Records a story. */
    @POST
    @Idempotent
    @Operation(summary = "Record a success story; it can be told once there is a permission")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response add(@NotNull @Valid StoryRequest request, UriInfo uri) {
        Story story = writeStory.record(request);
        return answer(
                Response.created(
                        uri.getAbsolutePathBuilder().path(story.id().toString()).build()),
                story);
    }

    /** Rewrites a story. */
    @PUT
    @Idempotent
    @Path("/{id}")
    @Operation(summary = "Replace a success story; without a permission the recorded one ends")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @NotNull @Valid StoryRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(Response.ok(), writeStory.change(id, request, ifMatch));
    }

    /** Grants the permission to name the competitor. */
    @POST
    @Path("/{id}/permission")
    @Idempotent
    @Operation(summary = "Record a new permission to name the competitor")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response grant(@PathParam("id") UUID id, @NotNull @Valid PermissionRequest request) {
        return answer(Response.ok(), settlePermission.grant(id, request));
    }

    /** Withdraws the permission to name the competitor. */
    @POST
    @Path("/{id}/permission-withdrawal")
    @Idempotent
    @Operation(summary = "Withdraw the permission; outreaches telling the story stop at once")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = StoryView.class)))
    public Response withdraw(@PathParam("id") UUID id, @NotNull @Valid WithdrawalRequest request) {
        return answer(Response.ok(), settlePermission.withdraw(id, request.reason()));
    }

    private Response answer(ResponseBuilder response, Story story) {
        return response.entity(StoryView.of(story, clock.instant()))
                .tag(ETags.of(story.version()))
                .build();
    }

    record WithdrawalRequest(@NotNull @FreeText(max = 1000) String reason) {}
}
