package dev.tightrope.scheduler.reminder;

import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.scheduler.input.QueryParameter;
import dev.tightrope.scheduler.people.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reminders over REST. */
@Path("/reminders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "reminders", description = "Mails to reps and managers")
public class RemindersResource {
    /** States to filter by. */
    public enum ReminderState {
        PENDING,
        SENT,
        CANCELLED,
        UNDELIVERABLE
    }

    private final FindReminders findReminders;
    private final Viewer viewer;

    RemindersResource(FindReminders findReminders, Viewer viewer) {
        this.findReminders = findReminders;
        this.viewer = viewer;
    }

    @GET
    @Operation(summary = "Lists reminders, newest first")
    public Page<ReminderView> list(
            @QueryParam("outreachId") @Nullable String outreachId,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return findReminders.page(
                viewer.visibility(),
                QueryParameter.uuid("outreachId", outreachId),
                QueryParameter.oneOf("state", ReminderState.class, state),
                PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One reminder")
    public ReminderView get(@PathParam("id") UUID id) {
        return findReminders.byId(viewer.visibility(), id).orElseThrow(() -> Problems.notFound("reminder", id));
    }
}
