package dev.tightrope.api.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.PageRequest;
import dev.tightrope.api.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A resource such as the services have them. */
@Path("/things")
@RolesAllowed("rep")
public class ThingResource {
    /** What comes back. */
    public record Thing(
            UUID id,
            String name,
            @Nullable String note,
            @JsonProperty("at") Instant made,
            Duration length) {
        static Thing of(UUID id, String name) {
            return new Thing(id, name, null, Instant.parse("2026-01-31T09:00:00.123456Z"), Duration.ofSeconds(20));
        }
    }

    /** Who the sample thinks is calling. */
    public record Me(UUID id, String name, @Nullable String email, boolean manager, boolean admin) {}

    private final Things things;
    private final Caller caller;

    ThingResource(Things things, Caller caller) {
        this.things = things;
        this.caller = caller;
    }

    @POST
    @Idempotent
    public Response create(@Valid @NotNull NewThing thing) {
        UUID id = things.add(thing.name());
        return Response.created(URI.create("/things/" + id))
                .tag(ETags.of(1))
                .entity(Thing.of(id, thing.name()))
                .build();
    }

    @GET
    public Page<String> list(
            @RestQuery @Nullable Integer limit,
            @RestQuery @Nullable String cursor,
            @RestQuery NewThing.@Nullable Colour colour,
            @RestQuery @Nullable @Min(value = 1, message = "must be at least 1") Integer size,
            @RestQuery @Nullable UUID owner) {
        PageRequest page = PageRequest.of(limit, cursor);
        int from = page.cursor() == null ? 0 : (int) page.cursor().number(0) + 1;
        List<Integer> rows = java.util.stream.IntStream.range(from, 5)
                .limit(page.fetchSize())
                .boxed()
                .toList();
        return Page.of(rows, page.limit(), row -> dev.tightrope.api.Cursor.of(row))
                .map(row -> "thing " + row);
    }

    @GET
    @Path("/{id}")
    public Thing get(@RestPath UUID id) {
        throw Problems.notFound("thing", id);
    }

    @PUT
    @Path("/{id}")
    public Response update(
            @RestPath UUID id, @Valid @NotNull NewThing thing, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ETags.check(ifMatch, 3);
        return Response.noContent().tag(ETags.of(4)).build();
    }

    /** Makes it or replaces it. */
    @PUT
    @Path("/only")
    public String keep(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return String.valueOf(ifMatch);
    }

    @POST
    @Path("/{id}/approval")
    public String approve(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return ifMatch;
    }

    @GET
    @Path("/me")
    public Me me() {
        return new Me(caller.personId(), caller.name(), caller.email(), caller.isManager(), caller.isAdmin());
    }

    @POST
    @Path("/conflict")
    public void conflict() {
        throw Problems.conflict("company-held", "Rolf holds it. Ask him.", Map.of("heldBy", "Rolf"));
    }

    @POST
    @Path("/too-early")
    public void tooEarly() {
        throw Problems.refused(
                "not-possible-now",
                "It is RAW.",
                "RAW",
                "THING_EATEN",
                List.of("It has to be cooked first."),
                Map.of("since", "Monday"));
    }

    @POST
    @Path("/breakdown")
    public void breakdown() {
        throw new IllegalStateException("secret: jdbc password hunter2");
    }

    /** Two that are called at once lock each other's thing. */
    @POST
    @Path("/deadlock")
    public void deadlock(@RestQuery long first, @RestQuery long second) throws InterruptedException {
        things.lockBoth(first, second);
    }

    @GET
    @Path("/unwritable")
    public Object unwritable() {
        return new Object() {
            public String getName() {
                throw new IllegalStateException("secret getter");
            }
        };
    }

    @POST
    @Path("/optional")
    public String optional(@Nullable NewThing thing) {
        return thing == null ? "none" : "one";
    }

    /** Without a roles annotation of its own it would be open, were it not denied with the class. */
    @GET
    @Path("/admins")
    @RolesAllowed("admin")
    public String admins() {
        return "secret";
    }
}
