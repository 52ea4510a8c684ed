package dev.tightrope.voicemail.call;

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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Whom to call. */
@Path("/call-tasks")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "call-tasks")
public class CallTaskResource {
    private final CallTasks tasks;
    private final People people;

    CallTaskResource(CallTasks tasks, People people) {
        this.tasks = tasks;
        this.people = people;
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listCallTasks",
            summary = "List the calls to make, the longest due first; sort: dueAt, -dueAt, updatedAt, -updatedAt",
            description = "Own ones; a manager's whole team. Those not to be called now are listed with the reason."
                    + " A task that is done or void leaves the list: polling by updatedAfter does not tell of it.")
    public Page<CallTask> list(
            @BeanParam ListParameters list,
            @Schema(type = SchemaType.BOOLEAN) @QueryParam("offered") @Nullable String offered) {
        return tasks.page(ListParameters.flag("offered", offered), list, people.callerSees());
    }
}
