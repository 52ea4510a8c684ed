package dev.tightrope.outreach.erasure;

import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Erasure of an executive. */
@Path("/executives/{id}/erasure")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "executives")
@RolesAllowed(Roles.ADMIN)
public class ErasureResource {
    private final EraseExecutive eraseExecutive;

    ErasureResource(EraseExecutive eraseExecutive) {
        this.eraseExecutive = eraseExecutive;
    }

    /** Erases one. */
    @POST
    @Idempotent
    @Operation(
            operationId = "eraseExecutive",
            summary = "Erase a person on request, for good and in all services",
            description =
                    "Administrators only, and only while no outreach to them is open (409 names them). Their record is"
                            + " emptied and can be changed no more; e-mails, answers, the causes in the history, homework, scripts, notes and"
                            + " recordings of outreaches to them go. Of address and number a hash stays on the suppression list,"
                            + " so that nobody contacts them again. Repeating it does no harm.")
    @APIResponse(responseCode = "200", description = "What was erased")
    public ErasureReceipt erase(@PathParam("id") UUID id) {
        return eraseExecutive.erase(id);
    }
}
