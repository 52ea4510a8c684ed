package dev.tightrope.outreach.inbound;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.outreach.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What stands in an inbound message: made harmless to be looked at, and as it came to be kept. */
@Path("/inbound-messages")
@Tag(name = "inbound-messages")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class MessageContentResource {
    private static final MediaType PAGE = new MediaType("text", "html", "UTF-8");

    private final InboundMessages messages;
    private final People people;
    private final Caller caller;

    MessageContentResource(InboundMessages messages, People people, Caller caller) {
        this.messages = messages;
        this.people = people;
        this.caller = caller;
    }

    /** As a page. */
    @GET
    @Path("/{id}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(
            operationId = "showInboundMessage",
            summary = "A message as a page to look at: nothing of it is run, and nothing is loaded from elsewhere")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response content(@PathParam("id") UUID id) {
        return closed(Response.ok(MessagePage.of(raw(id)), PAGE));
    }

    /** As it came. */
    @GET
    @Path("/{id}/raw")
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "downloadInboundMessage", summary = "A message as it came, to be saved (RFC 5322)")
    @APIResponse(
            responseCode = "200",
            description = "The bytes",
            content =
                    @Content(
                            mediaType = "message/rfc822",
                            schema = @Schema(implementation = String.class, format = "binary")))
    public Response download(@PathParam("id") UUID id) {
        return closed(Response.ok(raw(id), "message/rfc822")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".eml\""));
    }

    private byte[] raw(UUID id) {
        if (messages.find(id, people.visibilityOf(caller)).isEmpty()) {
            throw Problems.notFound("inbound message", id);
        }
        byte[] raw = messages.raw(id);
        if (raw.length == 0) {
            // Somebody said that it is none of ours, so what stood in it was not kept.
            throw Problems.notFound("content of inbound message", id);
        }
        return raw;
    }

    /** Strangers wrote it: whatever slips through is not run, loads nothing and sends nothing. */
    private static Response closed(Response.ResponseBuilder answer) {
        return answer.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'; sandbox allow-popups")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
