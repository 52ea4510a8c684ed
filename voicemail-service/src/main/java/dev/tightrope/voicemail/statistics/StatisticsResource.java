package dev.tightrope.voicemail.statistics;

import dev.tightrope.api.Roles;
import dev.tightrope.voicemail.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What calling comes to. */
@Path("/call-attempts/statistics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "call-attempts")
public class StatisticsResource {
    private final CallStatistics statistics;
    private final People people;

    StatisticsResource(CallStatistics statistics, People people) {
        this.statistics = statistics;
        this.people = people;
    }

    /** Counts. */
    @GET
    @Operation(
            operationId = "getCallStatistics",
            summary = "What calling comes to: attempts until voicemail, by hour and weekday, and what was answered",
            description =
                    "Over the calls you may see: your own, as a manager those of your team. Each call counts once, by"
                            + " what came of it. Calls that were undone or turned out void do not count.")
    public CallStatisticsView get(
            @QueryParam("from")
                    @Parameter(
                            description = "Only calls that began at this moment or later",
                            example = "2026-11-01T00:00:00Z")
                    @Nullable
                    String from,
            @QueryParam("until")
                    @Parameter(
                            description = "Only calls that began before this moment",
                            example = "2026-12-01T00:00:00Z")
                    @Nullable
                    String until,
            @QueryParam("ownerId") @Parameter(description = "Only calls of this person's outreaches") @Nullable
                    UUID ownerId) {
        return statistics.of(Period.of(from, until), ownerId, people.callerSees());
    }
}
