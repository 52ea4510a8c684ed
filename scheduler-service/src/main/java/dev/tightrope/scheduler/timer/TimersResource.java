package dev.tightrope.scheduler.timer;

import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.Roles;
import dev.tightrope.scheduler.input.QueryParameter;
import dev.tightrope.scheduler.people.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Timers over REST. */
@Path("/timers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timers", description = "When waits are over, next steps overdue and returns due")
public class TimersResource {
    /** States to filter by. */
    public enum TimerState {
        PENDING,
        FIRED,
        PAUSED,
        CANCELLED,
        REPLACED,
        STALE
    }

    private final FindTimers findTimers;
    private final Viewer viewer;
    private final ClockGuard clockGuard;
    private final TimerWakeUp wakeUp;

    TimersResource(FindTimers findTimers, Viewer viewer, ClockGuard clockGuard, TimerWakeUp wakeUp) {
        this.findTimers = findTimers;
        this.viewer = viewer;
        this.clockGuard = clockGuard;
        this.wakeUp = wakeUp;
    }

    @GET
    @RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
    @Operation(summary = "Lists timers, newest first")
    public Page<TimerView> list(
            @QueryParam("outreachId") @Nullable String outreachId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return findTimers.page(
                viewer.visibility(),
                QueryParameter.uuid("outreachId", outreachId),
                QueryParameter.oneOf("state", TimerState.class, state),
                PageRequest.of(limit, cursor));
    }

    @POST
    @Path("/clock-confirmation")
    @RolesAllowed(Roles.ADMIN)
    @Idempotent
    @Operation(summary = "Confirms that the clock is right after a jump, so that follow-ups are raised again")
    @APIResponse(responseCode = "204", description = "Follow-ups are raised again")
    public void confirmClock() {
        clockGuard.confirm();
        wakeUp.signal();
    }
}
