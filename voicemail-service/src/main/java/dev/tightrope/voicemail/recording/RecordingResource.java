package dev.tightrope.voicemail.recording;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.Visibility;
import dev.tightrope.voicemail.outreach.RetryHint;
import dev.tightrope.voicemail.people.People;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
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
    private final Uploads uploads;
    private final KeepRecording keepRecording;
    private final DeleteRecording deleteRecording;
    private final Recordings recordings;
    private final RecordingStorage storage;
    private final People people;
    private final RetryHint retryHint;

    RecordingResource(
            RecordingSettings settings,
            Uploads uploads,
            KeepRecording keepRecording,
            DeleteRecording deleteRecording,
            Recordings recordings,
            RecordingStorage storage,
            People people,
            RetryHint retryHint) {
        this.settings = settings;
        this.uploads = uploads;
        this.keepRecording = keepRecording;
        this.deleteRecording = deleteRecording;
        this.recordings = recordings;
        this.storage = storage;
        this.people = people;
        this.retryHint = retryHint;
    }

    /** Keeps one. */
    @PUT
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
                            + " 503: the storage does not work now, or too many recordings are being uploaded; nothing was"
                            + " kept.")
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
            @Context HttpHeaders headers,
            @NotNull InputStream body)
            throws IOException {
        Visibility visibility = people.callerSees();
        return uploads.take(
                body,
                headers.getLength(),
                () -> {
                    demandStorage();
                    keepRecording.demandCalled(id, visibility);
                },
                audio -> keep(id, said, audio, visibility));
    }

    private RecordingView keep(UUID id, @Nullable MediaType said, byte[] audio, Visibility visibility) {
        AudioType type = SaidAndFound.typeOf(said, SniffAudio.in(audio));
        try {
            return RecordingView.of(keepRecording.keep(id, type, audio, visibility));
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
        Recording recording = kept(id);
        try {
            return described(recording)
                    .entity(storage.open(recording.id(), recording.size()))
                    .build();
        } catch (IOException e) {
            throw unavailable(id, "The recording cannot be read at present.", e);
        }
    }

    /** As GET, from what is known of it: nobody would close what the storage opens. */
    @HEAD
    @Operation(hidden = true)
    public Response head(@PathParam("id") UUID id) {
        return described(kept(id)).build();
    }

    private Recording kept(UUID id) {
        demandStorage();
        return recordings
                .kept(id, people.callerSees())
                .orElseThrow(() -> Problems.notFound("recording of call attempt", id));
    }

    /** Whatever slipped through is not taken for a page, and does nothing if it is. */
    private static Response.ResponseBuilder described(Recording recording) {
        String name = recording.attemptId() + "." + AudioType.extensionOf(recording.mediaType());
        return Response.ok()
                .type(recording.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, recording.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Deletes it. */
    @DELETE
    @Operation(operationId = "deleteCallRecording", summary = "Delete the recording of a call, if there is one")
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
