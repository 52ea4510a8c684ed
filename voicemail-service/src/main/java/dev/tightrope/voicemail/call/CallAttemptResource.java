package dev.tightrope.voicemail.call;

import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Roles;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What came of each dial. */
@Path("/call-attempts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "call-attempts")
public class CallAttemptResource {
    private final RecordCallAttempt recordCallAttempt;
    private final UndoCallAttempt undoCallAttempt;
    private final ReportWrongNumber reportWrongNumber;
    private final CallAttempts attempts;
    private final Outreaches outreaches;
    private final People people;

    CallAttemptResource(
            RecordCallAttempt recordCallAttempt,
            UndoCallAttempt undoCallAttempt,
            ReportWrongNumber reportWrongNumber,
            CallAttempts attempts,
            Outreaches outreaches,
            People people) {
        this.recordCallAttempt = recordCallAttempt;
        this.undoCallAttempt = undoCallAttempt;
        this.reportWrongNumber = reportWrongNumber;
        this.attempts = attempts;
        this.outreaches = outreaches;
        this.people = people;
    }

    /** Records one. */
    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recordCallAttempt",
            summary = "Record what came of a dial",
            description = "With VOICEMAIL_LEFT, SPOKEN, MEETING_AGREED and REFERRED the e-mail goes out as soon as the"
                    + " attempt can no longer be undone, and once a round.")
    @APIResponse(
            responseCode = "201",
            description = "The attempt",
            content = @Content(schema = @Schema(implementation = CallAttemptView.class)))
    public Response record(@NotNull CallAttemptRequest request, @Context UriInfo uri) {
        CallAttempt attempt = recordCallAttempt.record(request, people.callerSees());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(attempt.id().toString())
                        .build())
                .entity(view(attempt))
                .build();
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listCallAttempts",
            summary = "List call attempts, newest first; sort: -recordedAt, recordedAt, updatedAt, -updatedAt",
            description = "Those of one outreach, or of all you may see.")
    public Page<CallAttemptView> list(
            @BeanParam ListParameters list, @QueryParam("outreachId") @Nullable UUID outreachId) {
        Visibility visibility = people.callerSees();
        if (outreachId != null) {
            outreaches.get(outreachId, visibility);
        }
        Instant now = attempts.now();
        return attempts.page(outreachId, list, visibility).map(attempt -> CallAttemptView.of(attempt, now));
    }

    /** Reads one. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getCallAttempt", summary = "Read a call attempt")
    public CallAttemptView get(@PathParam("id") UUID id) {
        return view(attempts.get(id, people.callerSees()));
    }

    /** Undoes one. */
    @POST
    @Path("/{id}/undo")
    @Idempotent
    @Operation(
            operationId = "undoCallAttempt",
            summary = "Undo a call attempt",
            description = "Until undoableUntil; then 409. An undone attempt never leads to an e-mail.")
    public CallAttemptView undo(@PathParam("id") UUID id) {
        return view(undoCallAttempt.undo(id, people.callerSees()));
    }

    /** Says that somebody else heard it. */
    @POST
    @Path("/{id}/wrong-number")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "reportWrongNumber",
            summary = "Say that the number was somebody else's, found out after the voicemail or conversation",
            description =
                    "At any time while its round goes on: the attempt becomes VOID, and its e-mail is stopped unless"
                            + " it is out. The outreach then waits for the right number (POST"
                            + " /outreaches/{id}/executive-correction) and is called again. Found out on the phone, record the"
                            + " attempt as WRONG_NUMBER instead.")
    public CallAttemptView reportWrongNumber(@PathParam("id") UUID id, @Nullable WrongNumberRequest request) {
        return view(reportWrongNumber.report(id, request == null ? null : request.checkedNotes(), people.callerSees()));
    }

    private CallAttemptView view(CallAttempt attempt) {
        return CallAttemptView.of(attempt, attempts.now());
    }
}
