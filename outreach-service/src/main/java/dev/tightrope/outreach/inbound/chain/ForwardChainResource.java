package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.api.Caller;
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

/** Who passed the mail on to whom. */
@Path("/outreaches/{id}/forward-chain")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "outreaches")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class ForwardChainResource {
    private final Outreaches outreaches;
    private final ShowForwardChain show;
    private final People people;
    private final Caller caller;

    ForwardChainResource(Outreaches outreaches, ShowForwardChain show, People people, Caller caller) {
        this.outreaches = outreaches;
        this.show = show;
        this.people = people;
        this.caller = caller;
    }

    /** The chain as a graph. */
    @GET
    @Operation(
            operationId = "readForwardChain",
            summary = "Who passed the mail on to whom, with whom in copy, when, and which inbound message shows it",
            description = "Read from the mails that came in. A private forward that nobody answers stays invisible.")
    public ForwardChain read(@PathParam("id") UUID id) {
        return show.of(outreaches.find(id, people.visibilityOf(caller)));
    }
}
