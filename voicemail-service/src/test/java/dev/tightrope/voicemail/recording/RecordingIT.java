package dev.tightrope.voicemail.recording;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A recording is what it says, kept as a whole or not at all, and shown to owner, manager and admin only. */
@QuarkusTest
class RecordingIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    RecordingSettings settings;

    @Inject
    RemoveRecordings removals;

    @Inject
    SettableDatabaseTime time;

    @Inject
    Jdbi jdbi;

    private final UUID team = UUID.randomUUID();
    private final User rep = User.rep("Anna Berg");
    private StagedOutreach outreach;
    private UUID attempt;

    @BeforeEach
    void called() {
        outreachService.knows(rep, team);
        outreach = StagedOutreach.readyToCall(outreachService, rep, team);
        attempt = outreach.attempted("VOICEMAIL_LEFT");
    }

    @Test
    void itIsKeptServedHarmlesslyAndDeleted() throws IOException {
        byte[] audio = AudioFiles.mp4("soun");
        put(rep, "audio/x-m4a; codecs=mp4a", audio)
                .then()
                .statusCode(200)
                .body("callAttemptId", equalTo(attempt.toString()))
                .body("mediaType", equalTo("audio/mp4"))
                .body("size", equalTo(audio.length))
                .body("uploadedBy", equalTo(rep.id().toString()));

        rep.calls().get(path("")).then().statusCode(200).body("recordingType", equalTo("audio/mp4"));
        Response served = get(rep);
        served.then()
                .statusCode(200)
                .contentType("audio/mp4")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Content-Disposition", equalTo("attachment; filename=\"" + attempt + ".m4a\""))
                .header("Content-Length", equalTo(String.valueOf(audio.length)));
        assertThat(served.asByteArray()).isEqualTo(audio);
        rep.calls()
                .head(path("/recording"))
                .then()
                .statusCode(200)
                .contentType("audio/mp4")
                .header("Content-Length", equalTo(String.valueOf(audio.length)));

        rep.calls().delete(path("/recording")).then().statusCode(204);
        get(rep).then().statusCode(404);
        rep.calls().delete(path("/recording")).then().statusCode(204);
        rep.calls().get(path("")).then().body("recordingType", nullValue());
        assertThat(rowsOf(attempt)).isZero();
    }

    @Test
    void aLyingContentTypeIsRefusedAndBothAreNamed() {
        byte[] page = AudioFiles.ascii("<html><script>alert(1)</script></html>");
        put(rep, "audio/mpeg", page)
                .then()
                .statusCode(415)
                .body("code", equalTo("recording-not-as-said"))
                .body("said", equalTo("audio/mpeg"))
                .body("detail", containsString("audio/mpeg"))
                .body("detail", containsString("no audio"));
        put(rep, "audio/mpeg", AudioFiles.wav())
                .then()
                .statusCode(415)
                .body("said", equalTo("audio/mpeg"))
                .body("found", equalTo("audio/wav"));
        put(rep, "video/webm", AudioFiles.webm(2, "A_OPUS")).then().statusCode(415);
        put(rep, "audio/webm", AudioFiles.webm(1, "V_VP8"))
                .then()
                .statusCode(415)
                .body("detail", containsString("video track"));
        put(rep, "text/html", AudioFiles.wav()).then().statusCode(415);

        get(rep).then().statusCode(404);
        assertThat(rowsOf(attempt)).isZero();
    }

    @Test
    void oneThatIsTooLargeIsRefusedAndOtherBodiesKeepTheirLimit() {
        byte[] large = Arrays.copyOf(AudioFiles.wav(), 2 * 1024 * 1024 + 1);
        put(rep, "audio/wav", large).then().statusCode(413).body("code", equalTo("body-too-large"));
        put(rep, "audio/wav", Arrays.copyOf(large, large.length - 1)).then().statusCode(200);

        String notes = "x".repeat(1024 * 1024 + 1);
        rep.sends("{\"notes\":\"" + notes + "\"}")
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(413);
    }

    @Test
    void ownerManagerAndAdminSeeItAndNobodyElseLearnsOfIt() {
        User manager = User.manager("Maj Holm");
        User colleague = User.rep("Bo Ek");
        User stranger = User.manager("Per Alm");
        outreachService.knows(manager, team);
        outreachService.knows(colleague, team);
        outreachService.knows(stranger, UUID.randomUUID());
        put(rep, "audio/wav", AudioFiles.wav()).then().statusCode(200);

        for (User other : List.of(colleague, stranger, User.rep("New Here"))) {
            get(other).then().statusCode(404);
            put(other, "audio/wav", AudioFiles.wav()).then().statusCode(404);
            other.calls().delete(path("/recording")).then().statusCode(404);
        }
        get(User.admin("Root")).then().statusCode(200);
        get(manager).then().statusCode(200);
        manager.calls().delete(path("/recording")).then().statusCode(204);
        given().get(path("/recording")).then().statusCode(401);
    }

    @Test
    void theSameAgainChangesNothingAndAnotherReplacesIt() throws IOException {
        String kept = put(rep, "audio/wav", AudioFiles.wav()).path("keptAt");
        List<String> files = files();
        time.pass(Duration.ofMinutes(1));
        put(rep, "audio/wav", AudioFiles.wav()).then().statusCode(200).body("keptAt", equalTo(kept));
        assertThat(files()).isEqualTo(files);

        put(rep, "audio/flac", AudioFiles.flac()).then().statusCode(200);

        assertThat(get(rep).asByteArray()).isEqualTo(AudioFiles.flac());
        assertThat(files()).hasSameSizeAs(files).isNotEqualTo(files);
        assertThat(rowsOf(attempt)).isEqualTo(1);
    }

    @Test
    void whatWasKeptGoesWhenTheAttemptIsUndone() throws IOException {
        List<String> before = files();
        put(rep, "audio/wav", AudioFiles.wav()).then().statusCode(200);

        outreach.undo(attempt).then().statusCode(200);

        get(rep).then().statusCode(404);
        rep.calls().get(path("")).then().body("recordingType", nullValue());
        put(rep, "audio/wav", AudioFiles.wav()).then().statusCode(409);
        await().untilAsserted(() -> assertThat(files()).isEqualTo(before));
        assertThat(rowsOf(attempt)).isZero();
    }

    @Test
    void anUndoneAttemptHasNone() {
        outreach.undo(attempt).then().statusCode(200);

        put(rep, "audio/wav", AudioFiles.wav())
                .then()
                .statusCode(409)
                .body("code", equalTo("call-attempt-undone"))
                .body("tried", equalTo("RECORDING_KEPT"));
    }

    /** A file stands where the folder should be: whatever is done there fails as on a disk that is full or away. */
    @Test
    void aStorageThatFailsKeepsNothingHalfAndWhatWasKeptStays() throws IOException {
        put(rep, "audio/wav", AudioFiles.wav()).then().statusCode(200);
        Path folder = settings.directory().orElseThrow();
        Path aside = folder.resolveSibling(folder.getFileName() + "-aside");
        Files.move(folder, aside);
        Files.createFile(folder);
        try {
            put(rep, "audio/flac", AudioFiles.flac())
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("60"))
                    .body("code", equalTo("recording-storage-unavailable"));
            get(rep).then().statusCode(503);
        } finally {
            Files.delete(folder);
            Files.move(aside, folder);
        }
        assertThat(get(rep).asByteArray()).isEqualTo(AudioFiles.wav());

        // What could not even be cleaned up then stays noted until it can.
        time.pass(Duration.ofMinutes(61));
        removals.runOnce();
        assertThat(rowsOf(attempt)).isEqualTo(1);
    }

    @Test
    void aFileThatLostSomethingIsNotHandedOut() throws IOException {
        List<String> before = files();
        put(rep, "audio/wav", AudioFiles.wav()).then().statusCode(200);
        String name = files().stream()
                .filter(file -> !before.contains(file))
                .findFirst()
                .orElseThrow();
        Path file = settings.directory().orElseThrow().resolve(name);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        Files.write(file, new byte[3]);

        get(rep).then().statusCode(503).body("code", equalTo("recording-storage-unavailable"));
    }

    @Test
    void whatACrashLeftIsRemoved() throws IOException {
        List<String> before = files();
        UUID left = UUID.randomUUID();
        Files.write(settings.directory().orElseThrow().resolve(left.toString()), AudioFiles.wav());
        jdbi.useHandle(handle ->
                handle.execute("""
                insert into recording (recording_id, attempt_id, status, media_type, size, sha256, uploaded_by, created_at)
                values (?, ?, 'PENDING', 'audio/wav', 1, '', ?, ?)""", left, attempt, rep.id(), time.now().atOffset(ZoneOffset.UTC)));

        removals.runOnce();
        jdbi.useHandle(handle -> handle.execute("update recording set status = 'GOING' where recording_id = ?", left));
        removals.runOnce();
        assertThat(files()).as("It may still be on its way").contains(left.toString());

        time.pass(Duration.ofMinutes(61));
        removals.runOnce();
        assertThat(files()).isEqualTo(before);
        assertThat(rowsOf(attempt)).isZero();
    }

    private Response put(User user, String type, byte[] audio) {
        return put(user, type, audio, path("/recording"));
    }

    static Response put(User user, String type, byte[] audio, String path) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .auth()
                .oauth2(user.token())
                .header("Content-Type", type)
                .body(audio)
                .put(path);
    }

    private Response get(User user) {
        return given().auth().oauth2(user.token()).get(path("/recording"));
    }

    private String path(String what) {
        return "/api/v1/call-attempts/" + attempt + what;
    }

    private int rowsOf(UUID of) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from recording where attempt_id = ?")
                .bind(0, of)
                .mapTo(Integer.class)
                .one());
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(settings.directory().orElseThrow())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
