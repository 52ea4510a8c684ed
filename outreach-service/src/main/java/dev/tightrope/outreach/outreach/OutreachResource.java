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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One outreach: where it stands, how it came there, and the commands that move it. */
@Path("/outreaches/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "outreaches")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class OutreachResource {
    private final WorkOutreach work;
    private final AllowContested allowContested;
    private final TransferOutreaches transferOutreaches;
    private final CorrectExecutive correctExecutive;
    private final ResolveMailOutcome resolveMailOutcome;
    private final ShowOutreach showOutreach;
    private final OutreachStore store;
    private final HistoryStore history;
    private final People people;
    private final Caller caller;

    OutreachResource(
            WorkOutreach work,
            AllowContested allowContested,
            TransferOutreaches transferOutreaches,
            CorrectExecutive correctExecutive,
            ResolveMailOutcome resolveMailOutcome,
            ShowOutreach showOutreach,
            OutreachStore store,
            HistoryStore history,
            People people,
            Caller caller) {
        this.work = work;
        this.allowContested = allowContested;
        this.transferOutreaches = transferOutreaches;
        this.correctExecutive = correctExecutive;
        this.resolveMailOutcome = resolveMailOutcome;
        this.showOutreach = showOutreach;
        this.store = store;
        this.history = history;
        this.people = people;
        this.caller = caller;
    }

    /** Reads it. */
    @GET
    @Operation(summary = "One outreach, with the commands possible now and what has to happen first for the others")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response read(@PathParam("id") UUID id) {
        return showOutreach.ok(id);
    }

    /** Reads its history. */
    @GET
    @Path("/history")
    @Operation(summary = "Everything that happened to it, with time, actor and cause, the oldest first")
    public Page<HistoryEntry> history(@PathParam("id") UUID id, @BeanParam ListParameters parameters) {
        store.find(id, people.visibilityOf(caller));
        return history.of(id, parameters.page());
    }

    /** Waits longer. */
    @POST
    @Path("/wait-extension")
    @Idempotent
    @Operation(summary = "Wait longer, until a moment or for an ISO 8601 length from now")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response extendWait(@PathParam("id") UUID id, @NotNull @Valid Requests.WaitExtension request) {
        work.extendWait(acting(), id, request);
        return showOutreach.ok(id);
    }

    /** Calls again. */
    @POST
    @Path("/rounds")
    @Idempotent
    @Operation(summary = "Call again: a new round with the same or another story and approvals of its own")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response nextRound(@PathParam("id") UUID id, @NotNull @Valid Requests.NextRound request) {
        work.nextRound(acting(), id, request);
        return showOutreach.ok(id);
    }

    /** Closes it. */
    @POST
    @Path("/closure")
    @Idempotent
    @Operation(
            summary = "Close it: WON, LOST, NO_RESPONSE, UNREACHABLE, DECLINED, CANCELLED or OPTED_OUT",
            description = "OPTED_OUT confirms what somebody else put on the suppression list, in any open state: the"
                    + " executive's address or a domain of the company has to be there.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response close(@PathParam("id") UUID id, @NotNull @Valid Requests.Closure request) {
        work.close(acting(), id, request);
        return showOutreach.ok(id);
    }

    /** Gives it up. */
    @POST
    @Path("/cancellation")
    @Idempotent
    @Operation(summary = "Cancel it; possible in every open state")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response cancel(@PathParam("id") UUID id, @NotNull @Valid Requests.Because request) {
        work.cancel(acting(), id, request);
        return showOutreach.ok(id);
    }

    /** Lets it go on beside another holder. */
    @POST
    @Path("/hold-override")
    @Idempotent
    @Operation(
            summary =
                    "Let it go on although somebody else holds the company; managers and administrators, in any open state",
            description =
                    "While hold.contested is true its e-mail and script cannot be approved and nobody is called or"
                            + " mailed. 409 hold-not-contested if there is nothing to allow.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response overrideHold(@PathParam("id") UUID id, @NotNull @Valid Requests.HoldReason request) {
        allowContested.allow(id, request.reason());
        return showOutreach.ok(id);
    }

    /** Hands it over. */
    @POST
    @Path("/transfer")
    @Idempotent
    @Operation(
            summary = "Hand it over to another rep; managers within their team, administrators to anybody",
            description = "Approvals that have not led to an e-mail yet are void, because name, number and signature"
                    + " change; everything else stays as it is, and belongs to the new owner from now on. 409 while the"
                    + " promised e-mail is on its way.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response transfer(@PathParam("id") UUID id, @NotNull @Valid Requests.Transfer request) {
        transferOutreaches.one(id, request);
        return showOutreach.ok(id);
    }

    /** Takes back an engagement. */
    @POST
    @Path("/engagement-withdrawal")
    @Idempotent
    @Operation(summary = "The engagement was a mistake: back where it was, with its timers")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response withdrawEngagement(@PathParam("id") UUID id, @NotNull @Valid Requests.Because request) {
        work.withdrawEngagement(acting(), id, request);
        return showOutreach.ok(id);
    }

    /** Plans the next step. */
    @PUT
    @Idempotent
    @Path("/next-step")
    @Operation(summary = "Plan the next step of an engagement and its date")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response planNextStep(
            @PathParam("id") UUID id,
            @NotNull @Valid Requests.NextStep request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        work.planNextStep(acting(), id, request, ifMatch);
        return showOutreach.ok(id);
    }

    /** Corrects address or number. */
    @POST
    @Path("/executive-correction")
    @Idempotent
    @Operation(summary = "Correct the executive's address or number; a bounced e-mail goes to the new address, once")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response correctExecutive(@PathParam("id") UUID id, @NotNull @Valid Requests.ExecutiveCorrection request) {
        correctExecutive.correct(id, request);
        return showOutreach.ok(id);
    }

    /** Says what became of an e-mail. */
    @POST
    @Path("/mail-outcome")
    @Idempotent
    @Operation(summary = "Say whether an e-mail of unknown outcome had arrived; if not, it is sent again")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OutreachDetail.class)))
    public Response resolveMailOutcome(@PathParam("id") UUID id, @NotNull @Valid Requests.MailOutcome request) {
        resolveMailOutcome.resolve(id, request.sent());
        return showOutreach.ok(id);
    }

    private Acting acting() {
        return Acting.caller(caller, people);
    }
}
