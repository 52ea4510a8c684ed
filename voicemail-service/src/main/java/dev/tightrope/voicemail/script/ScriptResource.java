package dev.tightrope.voicemail.script;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Roles;
import dev.tightrope.voicemail.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The voicemail script of an outreach's current round. */
@Path("/scripts/{outreachId}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "scripts")
public class ScriptResource {
    private final ReadScript readScript;
    private final EditScript editScript;
    private final RegenerateScript regenerateScript;
    private final ApproveScript approveScript;
    private final People people;

    ScriptResource(
            ReadScript readScript,
            EditScript editScript,
            RegenerateScript regenerateScript,
            ApproveScript approveScript,
            People people) {
        this.readScript = readScript;
        this.editScript = editScript;
        this.regenerateScript = regenerateScript;
        this.approveScript = approveScript;
        this.people = people;
    }

    /** Reads it. */
    @GET
    @Operation(
            operationId = "getScript",
            summary = "Read the script of the current round",
            description = "It is written when the e-mail is approved; until then 404.")
    @APIResponse(
            responseCode = "200",
            description = "The script and its checks; its ETag goes into If-Match of an update")
    public RestResponse<ScriptView> get(@PathParam("outreachId") UUID outreachId) {
        return answer(readScript.read(outreachId, people.callerSees()));
    }

    /** Reads what to say if the executive answers. */
    @GET
    @Path("/live")
    @Operation(
            operationId = "getLiveWording",
            summary = "Read what to say if the executive answers",
            description =
                    "The message of the script in the wording of a conversation, and for each answer what to say, what"
                            + " to do, and the outcome to record. It follows the e-mail and the homework; 404 until the e-mail is"
                            + " approved.")
    @APIResponse(responseCode = "200", description = "The live wording")
    public LiveWording live(@PathParam("outreachId") UUID outreachId) {
        return readScript.live(outreachId, people.callerSees());
    }

    /** Edits it. */
    @PUT
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "editScript",
            summary = "Put the script into your own words",
            description = "Kept even with errors, which block the approval only. Voids an approval.")
    @APIResponse(responseCode = "200", description = "The script as saved, checked anew")
    public RestResponse<ScriptView> edit(
            @PathParam("outreachId") UUID outreachId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ScriptRequest request) {
        return answer(editScript.edit(outreachId, request.text(), ifMatch, people.callerSees()));
    }

    /** Writes it anew. */
    @POST
    @Path("/regeneration")
    @Idempotent
    @Operation(
            operationId = "regenerateScript",
            summary = "Write the script anew",
            description =
                    "From the e-mail and the homework, in place of your own words, in the form asked for: SHORT, half"
                            + " a minute, or LONG, less than a whole one. Without a body the form stays. Refused while it is"
                            + " approved.")
    @APIResponse(responseCode = "200", description = "The script as written")
    public RestResponse<ScriptView> regenerate(
            @PathParam("outreachId") UUID outreachId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Nullable RegenerationRequest request) {
        ScriptForm form = request == null ? null : request.form();
        return answer(regenerateScript.regenerate(outreachId, form, ifMatch, people.callerSees()));
    }

    /** Approves it. */
    @POST
    @Path("/approval")
    @Idempotent
    @Operation(
            operationId = "approveScript",
            summary = "Approve the script",
            description = "Needs the homework complete, no errors, and the e-mail still locked as announced.")
    @APIResponse(responseCode = "200", description = "The approved script")
    public RestResponse<ScriptView> approve(
            @PathParam("outreachId") UUID outreachId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(approveScript.approve(outreachId, ifMatch, people.callerSees()));
    }

    private static RestResponse<ScriptView> answer(ScriptView script) {
        return ETags.tagged(script, script.version());
    }
}
