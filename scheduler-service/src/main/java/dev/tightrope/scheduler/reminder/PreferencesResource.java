package dev.tightrope.scheduler.reminder;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How the caller wants their mails. */
@Path("/reminders/preferences")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "reminders")
public class PreferencesResource {
    private final KeepPreferences preferences;
    private final Caller caller;

    PreferencesResource(KeepPreferences preferences, Caller caller) {
        this.preferences = preferences;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "How I want my mails; who never said so gets each at once, in the language of their profile")
    public RestResponse<ReminderPreferences> read() {
        return answer(preferences.of(caller.personId()));
    }

    @PUT
    @Idempotent
    @Operation(
            summary = "Say how I want my mails",
            description = "What is queued follows: reminders that wait for a digest are sent at once where no digest is"
                    + " wanted any more, and those queued wait for it where one is.")
    public RestResponse<ReminderPreferences> replace(
            @NotNull @Valid ReminderPreferences wanted, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(preferences.replace(caller.personId(), wanted, ifMatch));
    }

    private static RestResponse<ReminderPreferences> answer(KeepPreferences.Kept kept) {
        return ETags.tagged(kept.preferences(), kept.version());
    }
}
