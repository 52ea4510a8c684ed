package dev.tightrope.outreach.onetap;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.onetap.OneTap;
import dev.tightrope.api.onetap.OneTapTokens;
import dev.tightrope.api.onetap.OneTapTokens.Reading;
import dev.tightrope.outreach.outreach.ResponseByLink;
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
    private final ResponseByLink responses;
    private final People people;
    private final OneTapPages pages;
    private final Clock clock;

    OneTapResource(OneTapTokens tokens, ResponseByLink responses, People people, OneTapPages pages, Clock clock) {
        this.tokens = tokens;
        this.responses = responses;
        this.people = people;
        this.pages = pages;
        this.clock = clock;
    }

    /** Shows what can be said; {@code meaning} chooses what is proposed. */
    @GET
    @Operation(hidden = true)
    public Response show(@PathParam("token") String token, @QueryParam("meaning") @Nullable String meaning) {
        return forOwner(
                token,
                (tap, person) -> page(
                        200,
                        pages.of(
                                responses.show(person, tap.of()),
                                person,
                                SaidForm.proposing(meaning),
                                clock.instant())));
    }

    /** Says it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response say(@PathParam("token") String token, MultivaluedMap<String, String> fields) {
        SaidForm form = new SaidForm(fields);
        return forOwner(token, (tap, person) -> {
            try {
                responses.say(person, tap.of(), form.said());
            } catch (ProblemException e) {
                return page(
                        e.status(),
                        pages.of(responses.show(person, tap.of()), person, form.refused(e), clock.instant()));
            }
            return page(200, pages.done(responses.show(person, tap.of()), person));
        });
    }

    private Response forOwner(String token, BiFunction<OneTap, Person, Response> answer) {
        Reading reading = tokens.read(token, clock.instant());
        if (reading instanceof Reading.Valid valid) {
            Person person = people.byId(valid.tap().person()).orElse(null);
            if (person == null) {
                return page(404, pages.notice("invalid", null));
            }
            try {
                return answer.apply(valid.tap(), person);
            } catch (ProblemException e) {
                if (e.status() != 404) {
                    throw e;
                }
                return page(404, pages.notice("notYours", person));
            }
        }
        return reading instanceof Reading.Expired
                ? page(410, pages.notice("expired", null))
                : page(404, pages.notice("invalid", null));
    }

    private static Response page(int status, String html) {
        return Response.status(status)
                .entity(html)
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
