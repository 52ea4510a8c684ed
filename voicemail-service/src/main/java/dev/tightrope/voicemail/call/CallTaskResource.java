package dev.tightrope.voicemail.call;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.voicemail.people.People;
import jakarta.annotation.security.RolesAllowed;
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
            summary = "List the calls to make, the longest due first",
            description = "Own ones; a manager's whole team. Those not to be called now are listed with the reason.")
    public Page<CallTask> list(
            @Schema(type = SchemaType.BOOLEAN) @QueryParam("offered") @Nullable String offered,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return tasks.page(flag(offered), page, people.callerSees());
    }

    private static @Nullable Boolean flag(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        if (!value.equals("true") && !value.equals("false")) {
            throw Problems.badRequest(FieldError.query("offered", "must be true or false"));
        }
        return Boolean.valueOf(value);
    }
}
