package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Roles;
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

/** Hands over what belongs to somebody: they leave, or work elsewhere from now on. */
@Path("/people/{id}/transfer")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class PersonTransferResource {
    private final TransferOutreaches transferOutreaches;

    PersonTransferResource(TransferOutreaches transferOutreaches) {
        this.transferOutreaches = transferOutreaches;
    }

    /** Hands all of them over. */
    @POST
    @Idempotent
    @RolesAllowed({Roles.SALES_MANAGER, Roles.ADMIN})
    @Operation(
            summary = "Hand over all open outreaches of a person, and those that may be woken again",
            description = "Up to 200 in one call: call again while left is more than 0. kept names those whose promised"
                    + " e-mail is on its way, with what has to happen first. What ended as WON, DECLINED or OPTED_OUT"
                    + " stays with whoever did it, and can be handed over one by one.")
    public TransferOutreaches.HandedOver transfer(@PathParam("id") UUID id, @NotNull @Valid Requests.Transfer request) {
        return transferOutreaches.allOf(id, request);
    }
}
