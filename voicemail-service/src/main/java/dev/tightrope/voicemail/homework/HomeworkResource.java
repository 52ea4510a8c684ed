package dev.tightrope.voicemail.homework;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Roles;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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

/** The homework of an outreach's current round. */
@Path("/homework/{outreachId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "homework")
public class HomeworkResource {
    private final Outreaches outreaches;
    private final Homeworks homeworks;
    private final SaveHomework saveHomework;
    private final People people;

    HomeworkResource(Outreaches outreaches, Homeworks homeworks, SaveHomework saveHomework, People people) {
        this.outreaches = outreaches;
        this.homeworks = homeworks;
        this.saveHomework = saveHomework;
        this.people = people;
    }

    /** Reads it. */
    @GET
    @Operation(
            operationId = "getHomework",
            summary = "Read the homework of the current round",
            description =
                    "Before anything is saved it has no answers, or those found last at the same prospect, in an earlier"
                            + " round or another outreach of the team (carriedOver); how a name is said only of the same executive.")
    @APIResponse(responseCode = "200", description = "The homework; its ETag goes into If-Match of an update")
    public RestResponse<HomeworkView> get(@PathParam("outreachId") UUID outreachId) {
        Outreach outreach = outreaches.get(outreachId, people.callerSees());
        return answer(outreach, homeworks.of(outreachId, outreach.round()));
    }

    /** Saves it. */
    @PUT
    @Idempotent
    @Operation(
            operationId = "saveHomework",
            summary = "Save the homework",
            description = "Partial answers are kept; with the last one it is complete and the script can be approved.")
    @APIResponse(responseCode = "200", description = "The homework as saved")
    public RestResponse<HomeworkView> save(
            @PathParam("outreachId") UUID outreachId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull HomeworkRequest request) {
        HomeworkSaved saved = saveHomework.save(outreachId, request, ifMatch, people.callerSees());
        return answer(saved.outreach(), saved.homework());
    }

    private static RestResponse<HomeworkView> answer(Outreach outreach, Homework homework) {
        return ETags.tagged(HomeworkView.of(outreach, homework), homework.version());
    }
}
