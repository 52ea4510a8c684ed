package dev.tightrope.api.sample;

import dev.tightrope.api.Idempotent;
import dev.tightrope.api.MaxBody;
import dev.tightrope.api.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Idempotent commands that end in every way a command can end. */
@Path("/commands/{name}")
@RolesAllowed("rep")
@Idempotent
public class CommandResource {
    private final Things things;

    CommandResource(Things things) {
        this.things = things;
    }

    @POST
    @Path("/value")
    @ResponseStatus(201)
    public ThingResource.Thing value(@RestPath String name) {
        return ThingResource.Thing.of(things.add(name), name);
    }

    @PUT
    @Path("/value")
    public ThingResource.Thing put(@RestPath String name) {
        return ThingResource.Thing.of(things.add(name), name);
    }

    @POST
    @Path("/nothing")
    public void nothing(@RestPath String name) {
        things.add(name);
    }

    @POST
    @Path("/joined")
    @Transactional
    public void joined(@RestPath String name) {
        things.add(name);
    }

    @POST
    @Path("/refused")
    public void refused(@RestPath String name) {
        things.add(name);
        throw Problems.conflict("not-yet", "First something else.");
    }

    @POST
    @Path("/broken")
    public void broken(@RestPath String name) {
        things.add(name);
        throw new IllegalStateException("secret");
    }

    @POST
    @Path("/refused-response")
    public Response refusedResponse(@RestPath String name) {
        things.add(name);
        return Response.status(409).entity("no").build();
    }

    @POST
    @Path("/slow")
    public UUID slow(@RestPath String name) throws InterruptedException {
        return things.addAndWait(name);
    }

    @POST
    @Path("/mail")
    @Consumes("message/rfc822")
    @MaxBody(256 * 1024)
    public void mail(@RestPath String name, byte[] mail) {
        things.add(name);
    }

    /** How many bytes of it were kept. */
    @POST
    @Path("/mail-or-its-beginning")
    @Consumes("message/rfc822")
    @MaxBody(value = 64 * 1024, beginning = 1000)
    public String beginning(@RestPath String name, byte[] mail) {
        things.add(name);
        return String.valueOf(mail.length);
    }
}
