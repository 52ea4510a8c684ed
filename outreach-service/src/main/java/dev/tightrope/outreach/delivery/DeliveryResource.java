package dev.tightrope.outreach.delivery;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Page;
import dev.tightrope.api.PageInfo;
import dev.tightrope.api.Roles;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the mails of an outreach fared. */
@Path("/outreaches/{id}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "email")
public class DeliveryResource {
    private final Outreaches outreaches;
    private final ListDeliveries listDeliveries;
    private final People people;
    private final Caller caller;

    DeliveryResource(Outreaches outreaches, ListDeliveries listDeliveries, People people, Caller caller) {
        this.outreaches = outreaches;
        this.listDeliveries = listDeliveries;
        this.people = people;
        this.caller = caller;
    }

    /** Lists them: one a round and recipient, so never more than a page. */
    @GET
    @Operation(summary = "Mails of this outreach, with every attempt, the approved hash and the hash of the bytes sent")
    public Page<DeliveryView> list(@PathParam("id") UUID id) {
        outreaches.find(id, people.visibilityOf(caller));
        return new Page<>(listDeliveries.of(id), new PageInfo(null, false));
    }
}
