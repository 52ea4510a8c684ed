package dev.tightrope.scheduler.timer;

import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Roles;
import dev.tightrope.scheduler.people.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Snoozing over REST; with the timers, because a reminder that rests is the next one's timer that moves. */
@Path("/reminders/{id}/snooze")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "reminders")
public class SnoozeResource {
    private final SnoozeReminder snooze;
    private final Viewer viewer;

    SnoozeResource(SnoozeReminder snooze, Viewer viewer) {
        this.snooze = snooze;
        this.viewer = viewer;
    }

    @POST
    @Idempotent
    @Operation(
            summary = "Lets the reminder of a follow-up, a call or an answer without a meaning rest",
            description =
                    "The next reminder of the same comes on the working morning of the day given, or the first one"
                            + " after it. Only the reminder rests: to let the silence last longer, extend the wait.")
    public Snoozed snooze(@PathParam("id") UUID id, @NotNull @Valid Snooze wanted) {
        return snooze.snooze(viewer.visibility(), id, wanted);
    }
}
