package dev.tightrope.outreach.email;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Roles;
import dev.tightrope.api.Visibility;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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

/** The e-mail of an outreach's current round. */
@Path("/outreaches/{id}/email")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "email")
public class EmailResource {
    private final Outreaches outreaches;
    private final Emails emails;
    private final Approvals approvals;
    private final LookAround lookAround;
    private final EditEmail editEmail;
    private final ApproveEmail approveEmail;
    private final ReopenEmail reopenEmail;
    private final People people;
    private final Caller caller;

    EmailResource(
            Outreaches outreaches,
            Emails emails,
            Approvals approvals,
            LookAround lookAround,
            EditEmail editEmail,
            ApproveEmail approveEmail,
            ReopenEmail reopenEmail,
            People people,
            Caller caller) {
        this.outreaches = outreaches;
        this.emails = emails;
        this.approvals = approvals;
        this.lookAround = lookAround;
        this.editEmail = editEmail;
        this.approveEmail = approveEmail;
        this.reopenEmail = reopenEmail;
        this.people = people;
        this.caller = caller;
    }

    /** Shows it with what its checks find now. */
    @GET
    @Operation(summary = "The e-mail of the current round, with the findings of its checks")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmailView.class)))
    public Response show(@PathParam("id") UUID id) {
        return answer(id, visibility());
    }

    /** Changes it; a locked one is reopened by that. */
    @PUT
    @Idempotent
    @Operation(summary = "Change the e-mail; changing a locked one reopens it and voids later approvals")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmailView.class)))
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull EmailChange change) {
        Visibility who = visibility();
        editEmail.edit(id, who, Actor.of(caller), ifMatch, change);
        return answer(id, who);
    }

    /** Locks it. */
    @POST
    @Path("/approval")
    @Idempotent
    @Operation(
            summary =
                    "Approve and lock the e-mail; 422 lists the errors that block it, 409 company-held says who else holds it")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmailView.class)))
    public Response approve(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Visibility who = visibility();
        approveEmail.approve(id, who, Actor.of(caller), ifMatch);
        return answer(id, who);
    }

    /** Opens a locked one. */
    @POST
    @Path("/reopening")
    @Idempotent
    @Operation(summary = "Reopen the locked e-mail; approvals that followed it are void")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = EmailView.class)))
    public Response reopen(@PathParam("id") UUID id, @Valid @NotNull EmailReopening reopening) {
        Visibility who = visibility();
        reopenEmail.reopen(id, who, Actor.of(caller), reopening.reason());
        return answer(id, who);
    }

    private Visibility visibility() {
        return people.visibilityOf(caller);
    }

    private Response answer(UUID id, Visibility who) {
        OutreachView outreach = outreaches.find(id, who);
        DraftedEmail draft = emails.get(id, outreach.round());
        EmailView view =
                EmailView.of(draft, approvals.current(id, outreach.round()).orElse(null), lookAround.of(outreach));
        return Response.ok(view).tag(ETags.of(draft.version())).build();
    }
}
