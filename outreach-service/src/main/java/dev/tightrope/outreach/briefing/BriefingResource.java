package dev.tightrope.outreach.briefing;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Roles;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The briefing, as data or as a page to print. */
@Path("/outreaches/{id}/briefing")
@Tag(name = "outreaches")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class BriefingResource {
    private static final MediaType PAGE = new MediaType("text", "html", "UTF-8");
    private static final Variant JSON = new Variant(MediaType.APPLICATION_JSON_TYPE, (String) null, null);
    private static final Variant HTML = new Variant(MediaType.TEXT_HTML_TYPE, (String) null, null);

    private final Outreaches outreaches;
    private final WriteBriefing writeBriefing;
    private final People people;
    private final Caller caller;

    BriefingResource(Outreaches outreaches, WriteBriefing writeBriefing, People people, Caller caller) {
        this.outreaches = outreaches;
        this.writeBriefing = writeBriefing;
        this.people = people;
        this.caller = caller;
    }

    /** Reads it. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @Operation(
            operationId = "readBriefing",
            summary =
                    "Everything worth knowing before the first real conversation; with Accept: text/html a page to print",
            description = "Who knows what, since when and from whom; what they said; the story told and whether the"
                    + " customer may still be named; what the homework found; what happened.")
    @APIResponse(
            responseCode = "200",
            description = "The briefing",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Briefing.class)),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class))
            })
    public Response read(@PathParam("id") UUID id, @Context Request request) {
        Briefing briefing = writeBriefing.of(outreaches.find(id, people.visibilityOf(caller)));
        Variant wanted = request.selectVariant(List.of(JSON, HTML));
        Response.ResponseBuilder answer = wanted != null && wanted.equals(HTML)
                ? Response.ok(
                                BriefingPage.of(
                                        briefing, people.byId(caller.personId()).orElse(null)),
                                PAGE)
                        // What strangers wrote stands in it: whatever slips through is not run and loads nothing.
                        .header(
                                "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
                        .header("X-Content-Type-Options", "nosniff")
                : Response.ok(briefing, MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
