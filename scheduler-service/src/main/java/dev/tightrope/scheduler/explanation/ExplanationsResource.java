package dev.tightrope.scheduler.explanation;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Explanations over REST. */
@Path("/timers/explanations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "timers")
public class ExplanationsResource {
    private final ExplainOutreach explainOutreach;
    private final Viewer viewer;
    private final Caller caller;
    private final People people;

    ExplanationsResource(ExplainOutreach explainOutreach, Viewer viewer, Caller caller, People people) {
        this.explainOutreach = explainOutreach;
        this.viewer = viewer;
        this.caller = caller;
        this.people = people;
    }

    @GET
    @Path("/{outreachId}")
    @Operation(
            summary = "Why nothing happens in an outreach, and what comes next",
            description =
                    "The rule that blocks it, who has to act, what else is in the way, and what happens by itself and"
                            + " when: as codes, and in the language of the caller's profile.")
    public Explanation explain(@PathParam("outreachId") UUID outreachId) {
        return explainOutreach
                .of(
                        outreachId,
                        viewer.visibility(),
                        people.find(caller.personId()).orElse(null))
                .orElseThrow(() -> Problems.notFound("outreach", outreachId));
    }
}
