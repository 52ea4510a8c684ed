package dev.tightrope.scheduler.reminder;

import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.scheduler.people.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reminders over REST. */
@Path("/reminders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "reminders", description = "Mails to reps and managers")
public class RemindersResource {
    /** Where a reminder stands. */
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
    @Operation(summary = "Lists reminders, newest first; sort: -createdAt, createdAt, updatedAt, -updatedAt")
    public Page<ReminderView> list(
            @BeanParam ListParameters list,
            @QueryParam("outreachId") @Nullable String outreachId,
            @Parameter(schema = @Schema(implementation = ReminderState.class)) @QueryParam("state") @Nullable
                    String state) {
        ReminderState wanted = ListParameters.oneOf(ReminderState.class, "state", state);
        return findReminders.page(
                viewer.visibility(),
                list,
                ListParameters.uuid("outreachId", outreachId),
                wanted == null ? null : wanted.name());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One reminder")
    public ReminderView get(@PathParam("id") UUID id) {
        return findReminders.byId(viewer.visibility(), id).orElseThrow(() -> Problems.notFound("reminder", id));
    }
}
