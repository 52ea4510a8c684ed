package dev.tightrope.voicemail.homework;

import dev.tightrope.api.Page;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.voicemail.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the whole team has found out about prospects. */
@Path("/homework")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "homework")
public class FindingsResource {
    private final Homeworks homeworks;
    private final People people;

    FindingsResource(Homeworks homeworks, People people) {
        this.homeworks = homeworks;
        this.people = people;
    }

    /** Lists it. */
    @GET
    @Operation(
            operationId = "listHomework",
            summary = "List what the team has found out, the latest first; sort: updatedAt, -updatedAt",
            description =
                    "The last answers of each outreach whose rep is in the caller's team, so that what a colleague"
                            + " found out about a prospect is not looked up twice.")
    public Page<Findings> list(
            @BeanParam ListParameters list,
            @Schema(format = "uuid") @QueryParam("prospectId") @Nullable String prospectId) {
        return homeworks.page(ListParameters.uuid("prospectId", prospectId), list, people.callersTeamSees());
    }
}
