package dev.tightrope.scheduler.availability;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Roles;
import dev.tightrope.scheduler.people.People;
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

/** On which days and from what hour on somebody works, over REST. */
@Path("/calendars/working-times/{personId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "calendars")
public class WorkingTimesResource {
    private final Planner planner;
    private final SetWorkingTimes setWorkingTimes;
    private final People people;

    WorkingTimesResource(Planner planner, SetWorkingTimes setWorkingTimes, People people) {
        this.planner = planner;
        this.setWorkingTimes = setWorkingTimes;
        this.people = people;
    }

    /** Reads them. */
    @GET
    @Operation(
            operationId = "getWorkingTimes",
            summary = "On which days, from what hour on and by whose holidays somebody works")
    @APIResponse(responseCode = "200", description = "The working times; their ETag goes into If-Match of an update")
    public RestResponse<WorkingTimesView> get(@PathParam("personId") UUID personId) {
        planner.of(personId);
        return answer(personId, setWorkingTimes.version(personId));
    }

    /** Sets them. */
    @PUT
    @Idempotent
    @Operation(
            operationId = "setWorkingTimes",
            summary = "Set somebody's working times: one's own, or of somebody of the team one leads",
            description =
                    "Everything falls due at the beginning of a working day. What is left out is as usual: the days"
                            + " of the country, the service's morning, the country of the profile's zone or phone.")
    @APIResponse(responseCode = "200", description = "The working times as set")
    public RestResponse<WorkingTimesView> set(
            @PathParam("personId") UUID personId,
            @NotNull WorkingTimesRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        planner.of(personId);
        return answer(personId, setWorkingTimes.set(personId, request, ifMatch));
    }

    private RestResponse<WorkingTimesView> answer(UUID personId, long version) {
        return ETags.tagged(WorkingTimesView.of(personId, people.workingPlace(personId)), version);
    }
}
