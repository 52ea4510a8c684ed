package dev.tightrope.outreach.inbound;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.MaxBody;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.outreach.inbound.reading.Beginning;
import dev.tightrope.outreach.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Inbound messages: those of one's own outreaches, and the door for providers that deliver mail by webhook. */
@Path("/inbound-messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "inbound-messages")
public class InboundMessageResource {
    /** Largest message that is read as a whole. */
    static final int MAX_BYTES = 25 << 20;

    private final TakeInMail takeInMail;
    private final ReadInTime reader;
    private final InboundMessages messages;
    private final SettleSuggestion settleSuggestion;
    private final People people;
    private final Caller caller;
    private final Clock clock;

    InboundMessageResource(
            TakeInMail takeInMail,
            ReadInTime reader,
            InboundMessages messages,
            SettleSuggestion settleSuggestion,
            People people,
            Caller caller,
            Clock clock) {
        this.takeInMail = takeInMail;
        this.reader = reader;
        this.messages = messages;
        this.settleSuggestion = settleSuggestion;
        this.people = people;
        this.caller = caller;
        this.clock = clock;
    }

    /** Takes a message in: 201 with what became of it, 200 if it was taken in before. */
    @POST
    @Operation(
            operationId = "takeInMessage",
            summary = "Take a message in, for providers that deliver by webhook",
            description = "Of one larger than 25 MiB the first MiB is kept, and marked: evidence limit-exceeded, size.")
    @APIResponse(
            responseCode = "201",
            description = "What became of it",
            content = @Content(schema = @Schema(implementation = StoredMessage.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was taken in before",
            content = @Content(schema = @Schema(implementation = StoredMessage.class)))
    @Consumes("message/rfc822")
    @MaxBody(value = MAX_BYTES, beginning = Beginning.BYTES)
    @RolesAllowed(Roles.ADMIN)
    public Response post(byte @Nullable [] message) {
        TakeInMail.TakenIn taken = takeInMail.take(required(message), "api", true);
        return Response.status(taken.firstTime() ? Response.Status.CREATED : Response.Status.OK)
                .entity(taken.stored())
                .build();
    }

    /** Says what a message is, whom it came by and what its sender wrote. Nothing is stored. */
    @POST
    @Path("/analysis")
    @Consumes("message/rfc822")
    @MaxBody(value = MAX_BYTES, beginning = Beginning.BYTES)
    @RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
    @Operation(
            operationId = "analyseMessage",
            summary = "Analyse a message without storing it: kind, bounce, forwards, everybody named, the new text",
            description = "Of one larger than 25 MiB the first MiB is read, and marked: evidence limit-exceeded, size.")
    public MessageAnalysis analyse(byte @Nullable [] message) {
        return MessageAnalysis.of(reader.read(required(message), clock.instant()));
    }

    private static byte[] required(byte @Nullable [] message) {
        if (message == null || message.length == 0) {
            throw Problems.badRequest(new FieldError("", "the body must be a message (RFC 5322)"));
        }
        return message;
    }

    /** Messages of the outreaches the caller may see, newest first; an admin sees those of no outreach, too. */
    @GET
    @Operation(
            operationId = "listInboundMessages",
            summary = "List messages of the outreaches you may see, newest first; an admin sees those of no outreach,"
                    + " too; sort: -createdAt, createdAt, updatedAt, -updatedAt")
    @RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
    public Page<StoredMessage> list(
            @BeanParam ListParameters list,
            @QueryParam("outreachId") @Nullable String outreachId,
            @Parameter(description = "open: those that may belong to an outreach of yours and wait for your word")
                    @QueryParam("review")
                    @Nullable
                    String review) {
        if (review != null && !review.equals("open")) {
            throw Problems.badRequest(new FieldError("review", "must be open, or left out"));
        }
        return messages.page(
                people.visibilityOf(caller), list, ListParameters.uuid("outreachId", outreachId), review != null);
    }

    /** One message. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getInboundMessage", summary = "One message, with what was found out about it")
    @RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
    public StoredMessage get(@PathParam("id") UUID id) {
        return messages.find(id, people.visibilityOf(caller))
                .orElseThrow(() -> Problems.notFound("inbound message", id));
    }

    /** It belongs to the outreach it was suggested for. */
    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
    @Operation(
            operationId = "confirmSuggestion",
            summary = "Say that a message belongs to the outreach it was suggested for: it becomes a response")
    public StoredMessage confirm(@PathParam("id") UUID id, @NotNull @Valid Belonging request) {
        return settleSuggestion.confirm(id, request.outreachId());
    }

    /** It belongs to another outreach. */
    @POST
    @Path("/{id}/correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
    @Operation(
            operationId = "correctSuggestion",
            summary = "Say that a message belongs to another outreach of yours: it becomes a response there")
    public StoredMessage correct(@PathParam("id") UUID id, @NotNull @Valid Belonging request) {
        return settleSuggestion.correct(id, request.outreachId());
    }

    /** It belongs to none. */
    @POST
    @Path("/{id}/rejection")
    @Idempotent
    @RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
    @Operation(
            operationId = "rejectSuggestion",
            summary = "Say that a message belongs to no outreach of yours: timers and calls go on")
    public StoredMessage reject(@PathParam("id") UUID id) {
        return settleSuggestion.reject(id);
    }

    /** The outreach a message belongs to. */
    public record Belonging(@NotNull UUID outreachId) {}
}
