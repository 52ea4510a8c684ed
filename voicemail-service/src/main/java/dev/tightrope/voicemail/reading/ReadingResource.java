package dev.tightrope.voicemail.reading;

import dev.tightrope.api.Caller;
import dev.tightrope.api.Roles;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.voicemail.hold.CompanyHolds;
import dev.tightrope.voicemail.homework.Homeworks;
import dev.tightrope.voicemail.outreach.OpenSuggestions;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.WrongNumbers;
import dev.tightrope.voicemail.people.People;
import dev.tightrope.voicemail.script.ReadScript;
import dev.tightrope.voicemail.suppression.Suppressions;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A script as a page to print or to read from while calling. */
@Path("/scripts/{outreachId}/page")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "scripts")
public class ReadingResource {
    private final Outreaches outreaches;
    private final ReadScript readScript;
    private final Homeworks homeworks;
    private final CompanyHolds holds;
    private final OpenSuggestions suggestions;
    private final WrongNumbers wrongNumbers;
    private final Suppressions suppressions;
    private final People people;
    private final Caller caller;

    ReadingResource(
            Outreaches outreaches,
            ReadScript readScript,
            Homeworks homeworks,
            CompanyHolds holds,
            OpenSuggestions suggestions,
            WrongNumbers wrongNumbers,
            Suppressions suppressions,
            People people,
            Caller caller) {
        this.outreaches = outreaches;
        this.readScript = readScript;
        this.homeworks = homeworks;
        this.holds = holds;
        this.suggestions = suggestions;
        this.wrongNumbers = wrongNumbers;
        this.suppressions = suppressions;
        this.people = people;
        this.caller = caller;
    }

    /** Reads it. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            operationId = "readScriptPage",
            summary = "The script as a page: to print, or in large type for reading aloud",
            description = "Plain HTML without scripts or anything to load. The script stands in its own language, the"
                    + " headings in the reader's. PRINT adds what the homework found, what to say if the executive answers, and the"
                    + " e-mail that will go.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)))
    public Response read(
            @PathParam("outreachId") UUID outreachId,
            @Schema(implementation = ReadingView.class, defaultValue = "PRINT") @QueryParam("view") @Nullable
                    String view) {
        ReadingView wanted = ListParameters.oneOf(ReadingView.class, "view", view);
        Visibility visibility = people.callerSees();
        Outreach outreach = outreaches.get(outreachId, visibility);
        ReadingPage page = ReadingPage.of(
                outreach,
                readScript.read(outreachId, visibility),
                outreach.email() == null ? null : readScript.live(outreachId, visibility),
                homeworks.of(outreachId, outreach.round()),
                isHindered(outreachId),
                people.find(caller.personId()).orElse(null));
        return Response.ok(page.html(wanted == null ? ReadingView.PRINT : wanted), "text/html;charset=UTF-8")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private boolean isHindered(UUID outreachId) {
        return holds.contestedBy(outreachId).isPresent()
                || suggestions.any(outreachId)
                || wrongNumbers.any(outreachId)
                || suppressions.reasonAgainst(outreachId).isPresent();
    }
}
