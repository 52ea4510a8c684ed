package dev.tightrope.voicemail.recording;

import dev.tightrope.api.MaxBody;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.voicemail.outreach.RetryHint;
import dev.tightrope.voicemail.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The rep's own recording of a call. */
@Path("/call-attempts/{id}/recording")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "call-attempts")
public class RecordingResource {
    /** The most that can be configured: {@code quarkus.http.limits.max-body-size} ends there. */
    static final long CEILING = 48L * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(RecordingResource.class);

    private final RecordingSettings settings;
    private final KeepRecording keepRecording;
    private final DeleteRecording deleteRecording;
    private final Recordings recordings;
    private final RecordingStorage storage;
    private final People people;
    private final RetryHint retryHint;

    RecordingResource(
            RecordingSettings settings,
            KeepRecording keepRecording,
            DeleteRecording deleteRecording,
            Recordings recordings,
            RecordingStorage storage,
            People people,
            RetryHint retryHint) {
        this.settings = settings;
        this.keepRecording = keepRecording;
        this.deleteRecording = deleteRecording;
        this.recordings = recordings;
        this.storage = storage;
        this.people = people;
        this.retryHint = retryHint;
    }

    /** Keeps one. */
    @PUT
    @MaxBody(CEILING)
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "keepCallRecording",
            summary = "Keep your own recording of a call",
            description =
                    "WAV, MP3, AAC, MP4 (M4A, 3GP), Ogg, WebM, FLAC or AMR, without a video track, in place of an earlier"
                            + " one. Its content has to be what Content-Type says (415), and not larger than"
                            + " tightrope.recordings.max-size (413). Repeating the call changes nothing, so it needs no"
                            + " Idempotency-Key. Whether a call may be recorded, and who has to be asked first, is a matter of"
                            + " the law where the call is made and answered. 501: this installation keeps no recordings."
                            + " 503: the storage does not work now; nothing was kept.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "audio/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "200",
            description = "What is kept",
            content = @Content(schema = @Schema(implementation = RecordingView.class)))
    public RecordingView keep(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable MediaType said,
            @NotNull byte[] audio) {
        demandStorage();
        long most = settings.maxSize().asLongValue();
        if (audio.length > most) {
            throw new ProblemException(
                    413, "body-too-large", "Body too large", "A recording may have " + most + " bytes at most.");
        }
        AudioType type = SaidAndFound.typeOf(said, SniffAudio.in(audio));
        try {
            return RecordingView.of(keepRecording.keep(id, type, audio, people.callerSees()));
        } catch (IOException e) {
            throw unavailable(id, "The recording could not be stored, and nothing of it was kept.", e);
        }
    }

    /** Hands it out. */
    @GET
    @Produces(MediaType.WILDCARD)
    @Operation(operationId = "getCallRecording", summary = "The recording of a call, to be saved or played")
    @APIResponse(
            responseCode = "200",
            description = "Its bytes, as kept",
            content =
                    @Content(mediaType = "audio/*", schema = @Schema(implementation = String.class, format = "binary")))
    public Response get(@PathParam("id") UUID id) {
        demandStorage();
        Recording recording = recordings
                .kept(id, people.callerSees())
                .orElseThrow(() -> Problems.notFound("recording of call attempt", id));
        try {
            // Whatever slipped through is not taken for a page, and does nothing if it is.
            return Response.ok(storage.open(recording.id()), recording.mediaType())
                    .header(HttpHeaders.CONTENT_LENGTH, recording.size())
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + "\"")
                    .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                    .header("X-Content-Type-Options", "nosniff")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        } catch (IOException e) {
            throw unavailable(id, "The recording cannot be read at present.", e);
        }
    }

    /** Deletes it. */
    @DELETE
    @Operation(operationId = "deleteCallRecording", summary = "Delete the recording of a call")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void delete(@PathParam("id") UUID id) {
        demandStorage();
        deleteRecording.delete(id, people.callerSees());
    }

    private void demandStorage() {
        if (settings.storage() == RecordingSettings.Kind.NONE) {
            throw new ProblemException(
                    501,
                    "recordings-not-kept",
                    "Recordings not kept",
                    "This installation keeps no recordings; its operator can set tightrope.recordings.storage.");
        }
    }

    private ProblemException unavailable(UUID attempt, String what, IOException cause) {
        LOG.errorf(cause, "The storage of the recording of call attempt %s does not work", attempt);
        retryHint.inSeconds(60);
        return new ProblemException(
                503,
                "recording-storage-unavailable",
                "Recording storage unavailable",
                what + " Try again later.",
                List.of(),
                Map.of());
    }
}
