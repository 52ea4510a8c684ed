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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
            summary = "List the calls to make; sort: callOrder, dueAt, -dueAt, updatedAt, -updatedAt",
            description =
                    "Own ones; a manager's whole team. What to call now comes first: those in the preferred hours of"
                            + " their day, then the longest due; then what opens next. Those not to be called now are listed with"
                            + " the reason; an attempt is recorded whatever the hour."
                            + " A task that is done or void leaves the list: polling by updatedAfter does not tell of it.")
    public Page<CallTask> list(
            @BeanParam ListParameters list,
            @Schema(type = SchemaType.BOOLEAN) @QueryParam("offered") @Nullable String offered,
            @Parameter(schema = @Schema(implementation = CallTask.When.class)) @QueryParam("when") @Nullable
                    String when,
            @QueryParam("ownerId") @Nullable String ownerId) {
        CallTasks.Filter filter = new CallTasks.Filter(
                ListParameters.flag("offered", offered),
                ListParameters.oneOf(CallTask.When.class, "when", when),
                ListParameters.uuid("ownerId", ownerId));
        return tasks.page(filter, list, people.callerSees());
    }
}
