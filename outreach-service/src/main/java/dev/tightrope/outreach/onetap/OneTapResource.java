package dev.tightrope.outreach.onetap;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.onetap.OneTap;
import dev.tightrope.api.onetap.OneTapTokens;
import dev.tightrope.api.onetap.OneTapTokens.Reading;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import io.quarkus.runtime.Startup;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * What a rep's browser opens from a mail. The token in the path is all that is asked for: it names the person, the one
 * thing it is about, and its end. Pages, not problems, because a person reads them; so it is not part of the API's document.
 */
@Path("/one-tap/{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@Startup
public class OneTapResource {
    private static final MediaType PAGE = new MediaType("text", "html", "UTF-8");

    private final OneTapTokens tokens;
    private final ResponsePages responses;
    private final OutreachPages outreaches;
    private final People people;
    private final Clock clock;

    OneTapResource(OneTapTokens tokens, ResponsePages responses, OutreachPages outreaches, People people, Clock clock) {
        this.tokens = tokens;
        this.responses = responses;
        this.outreaches = outreaches;
        this.people = people;
        this.clock = clock;
    }

    /**
     * Shows what can be done, and does none of it.
     *
     * @param meaning of a response: what is proposed
     * @param act of an outreach: what is proposed
     */
    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("token") String token,
            @QueryParam("meaning") @Nullable String meaning,
            @QueryParam("act") @Nullable String act) {
        return forItsPerson(token, (tap, person) -> switch (tap.kind()) {
            case RESPONSE -> responses.show(tap, person, new SaidForm(FilledForm.of("meaning", meaning)));
            case OUTREACH -> outreaches.show(tap, person, new ActForm(FilledForm.of("act", act)));
        });
    }

    /** Does it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response act(@PathParam("token") String token, MultivaluedMap<String, String> fields) {
        FilledForm form = new FilledForm(fields);
        return forItsPerson(token, (tap, person) -> switch (tap.kind()) {
            case RESPONSE -> responses.say(tap, person, new SaidForm(form));
            case OUTREACH -> outreaches.act(tap, person, new ActForm(form));
        });
    }

    private Response forItsPerson(String token, BiFunction<OneTap, Person, Answer> answer) {
        Reading reading = tokens.read(token, clock.instant());
        if (reading instanceof Reading.Valid valid) {
            Person person = people.byId(valid.tap().person()).orElse(null);
            if (person == null) {
                return page(NoticePage.of(404, "invalid", null));
            }
            try {
                return page(answer.apply(valid.tap(), person));
            } catch (ProblemException e) {
                if (e.status() != 404) {
                    throw e;
                }
                return page(NoticePage.of(404, "notYours", person));
            }
        }
        return page(
                reading instanceof Reading.Expired
                        ? NoticePage.of(410, "expired", null)
                        : NoticePage.of(404, "invalid", null));
    }

    private static Response page(Answer answer) {
        return Response.status(answer.status())
                .entity(answer.html())
                .type(PAGE)
                // What strangers wrote stands in it: whatever slips through is not run and loads nothing.
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self';"
                                + " frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                // The address is the key: no other site is to learn it. The form's own origin has to be told.
                .header("Referrer-Policy", "same-origin")
                .header("X-Robots-Tag", "noindex")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
