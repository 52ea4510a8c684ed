package dev.tightrope.messaging;

import dev.tightrope.messaging.ReplayParked.NotItsTurnException;
import dev.tightrope.messaging.ReplayParked.Replayed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Administration of a service's parked messages, at {@code /admin/parked-messages} below the REST root, for the role
 * {@code admin}. Each service has its own; gateways do not route it, so operators talk to the service itself.
 *
 * <ul>
 *   <li>{@code GET /admin/parked-messages?reason=&key=&after=&limit=} lists them, oldest first
 *   <li>{@code GET /admin/parked-messages/{id}} shows one with headers and data
 *   <li>{@code POST /admin/parked-messages/{id}/replay} lets it and its key's followers take effect
 *   <li>{@code DELETE /admin/parked-messages/{id}} drops it for good and lets the followers take effect
 * </ul>
 */
@Path("/admin/parked-messages")
@RolesAllowed("admin")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "parked-messages")
public class ParkedMessagesResource {
    private static final int LONGEST_PAGE = 200;

    private final DataSource dataSource;
    private final ReplayParked replay;

    ParkedMessagesResource(DataSource dataSource, ReplayParked replay) {
        this.dataSource = dataSource;
        this.replay = replay;
    }

    /** A parked message without its content. */
    @Schema(name = "ParkedMessageSummary")
    public record Summary(
            UUID id,
            ParkReason reason,
            String error,
            int attempts,
            Instant parkedAt,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable UUID eventId,
            @Nullable String source,
            @Nullable String type,
            @Nullable Long sequence) {

        static Summary of(ParkedMessage parked) {
            CloudEvent event = parked.event();
            Message message = parked.message();
            return new Summary(
                    parked.id(),
                    parked.reason(),
                    parked.error(),
                    parked.attempts(),
                    parked.parkedAt(),
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    message.key(),
                    event == null ? null : event.id(),
                    event == null ? null : event.source(),
                    event == null ? null : event.type(),
                    event == null ? null : event.sequence());
        }
    }

    /** A parked message with its content; bytes that are no text are shown as well as they can be. */
    @Schema(name = "ParkedMessage")
    public record Detail(Summary message, Map<String, String> headers, String data) {}

    /** A page of parked messages. */
    @Schema(name = "PageParkedMessage")
    public record Listing(List<Summary> data, PageInfo page) {}

    /** Where the next page begins. */
    @Schema(name = "ParkedMessagePageInfo")
    public record PageInfo(@Nullable String nextCursor, boolean hasMore) {}

    /** How many messages took effect, and why the next one did not; {@code error} is absent if none is left behind. */
    public record ReplayResult(int replayed, @Nullable String error) {
        static ReplayResult of(Replayed replayed) {
            return new ReplayResult(replayed.replayed(), replayed.error());
        }
    }

    /** Lists parked messages, oldest first. */
    @GET
    @Operation(operationId = "listParkedMessages", summary = "List parked messages, oldest first")
    public Listing list(
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("key") @Nullable String key,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @DefaultValue("50") int limit)
            throws SQLException {
        int size = Math.max(1, Math.min(limit, LONGEST_PAGE));
        try (Connection connection = dataSource.getConnection()) {
            List<ParkedMessage> found =
                    new ParkedTable(connection).list(reason(reason), key, after == null ? null : id(after), size + 1);
            boolean more = found.size() > size;
            List<ParkedMessage> shown = more ? found.subList(0, size) : found;
            return new Listing(
                    shown.stream().map(Summary::of).toList(),
                    new PageInfo(more ? shown.get(size - 1).id().toString() : null, more));
        }
    }

    /** Shows one with its headers and data. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "getParkedMessage", summary = "One parked message, with its headers and data")
    public Detail show(@PathParam("id") String id) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            ParkedMessage parked = new ParkedTable(connection).find(id(id)).orElseThrow(NotFoundException::new);
            Map<String, String> headers = new LinkedHashMap<>();
            parked.message().headers().forEach(header -> headers.put(header.key(), text(header.value())));
            return new Detail(Summary.of(parked), headers, text(parked.message().value()));
        }
    }

    /** Lets a message and those behind it take effect. */
    @POST
    @Path("/{id}/replay")
    @Operation(
            operationId = "replayParkedMessage",
            summary = "Let a message and those of its key behind it take effect")
    public ReplayResult replay(@PathParam("id") String id) throws Exception {
        try {
            return result(replay.replay(id(id)));
        } catch (NotItsTurnException e) {
            throw new ClientErrorException(e.getMessage(), Response.Status.CONFLICT, e);
        }
    }

    /** Drops a message for good and lets those behind it take effect. */
    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "discardParkedMessage",
            summary = "Drop a message for good and let those behind it take effect")
    public ReplayResult discard(@PathParam("id") String id) throws Exception {
        try {
            return result(replay.discard(id(id)));
        } catch (NotItsTurnException e) {
            throw new ClientErrorException(e.getMessage(), Response.Status.CONFLICT, e);
        }
    }

    private static ReplayResult result(Optional<Replayed> replayed) {
        return ReplayResult.of(replayed.orElseThrow(NotFoundException::new));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("No parked message has the id " + text, e);
        }
    }

    private static @Nullable ParkReason reason(@Nullable String text) {
        try {
            return text == null ? null : ParkReason.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new ClientErrorException("reason is one of " + List.of(ParkReason.values()), 400, e);
        }
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
