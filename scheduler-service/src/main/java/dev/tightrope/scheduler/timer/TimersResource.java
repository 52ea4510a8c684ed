package dev.tightrope.scheduler.timer;

import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.scheduler.people.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Timers over REST. */
@Path("/timers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timers", description = "When waits are over, calls, meanings and next steps overdue, and returns due")
public class TimersResource {
    /** Where a timer stands. */
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
    @Operation(
            summary = "Lists timers, newest first; sort: -createdAt, createdAt, dueAt, -dueAt, updatedAt, -updatedAt",
            description = "state is PENDING, or how the timer ended.")
    public Page<TimerView> list(
            @BeanParam ListParameters list,
            @QueryParam("outreachId") @Nullable String outreachId,
            @Parameter(schema = @Schema(implementation = TimerState.class)) @QueryParam("state") @Nullable
                    String state) {
        TimerState wanted = ListParameters.oneOf(TimerState.class, "state", state);
        return findTimers.page(
                viewer.visibility(),
                list,
                ListParameters.uuid("outreachId", outreachId),
                wanted == null ? null : wanted.name());
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
