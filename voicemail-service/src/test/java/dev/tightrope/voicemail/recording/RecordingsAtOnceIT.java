package dev.tightrope.voicemail.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while a recording is being stored: no bytes without a row, no more than one kept, no heap used up. */
@QuarkusTest
class RecordingsAtOnceIT {
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

    private final User rep = User.rep("Anna Berg");
    private StagedOutreach outreach;
    private UUID attempt;
    private List<String> before;

    @BeforeEach
    void called() throws IOException {
        UUID team = UUID.randomUUID();
        outreachService.knows(rep, team);
        outreach = StagedOutreach.readyToCall(outreachService, rep, team);
        attempt = outreach.attempted("VOICEMAIL_LEFT");
        before = files();
    }

    @Test
    void anAttemptUndoneMeanwhileKeepsNothing() throws IOException {
        whenStored(() -> outreach.undo(attempt).then().statusCode(200));

        put(AudioFiles.wav()).then().statusCode(409).body("code", equalTo("call-attempt-undone"));

        assertThat(files()).isEqualTo(before);
        assertThat(rows()).isEmpty();
    }

    @Test
    void whatIsGivenUpMeanwhileIsNotKeptAndTheEarlierOneStays() throws IOException {
        put(AudioFiles.wav()).then().statusCode(200);
        List<String> kept = files();
        whenStored(() -> jdbi.useHandle(
                handle -> handle.execute("update recording set status = 'GOING' where status = 'PENDING'")));

        put(otherWav(1)).then().statusCode(409).body("code", equalTo("recording-given-up"));

        assertThat(files()).isEqualTo(kept);
        assertThat(rows()).containsExactly("KEPT");
    }

    /** The row is forgotten by then, so nobody else would ever look for them. */
    @Test
    void bytesThatArriveBehindTheSweepAreRemovedByWhoeverStoredThem() throws IOException {
        whenStoredFirst(() -> {
            time.pass(Duration.ofMinutes(61));
            removals.runOnce();
        });

        put(AudioFiles.wav()).then().statusCode(409).body("code", equalTo("recording-given-up"));

        assertThat(files()).isEqualTo(before);
        assertThat(rows()).isEmpty();
    }

    @Test
    void bytesThatArriveBehindTheErrorAreRemovedByTheSweep() throws IOException {
        DiskStorage disk = disk();
        UUID[] late = new UUID[1];
        QuarkusMock.installMockForType(
                new WatchedStorage(disk, (id, audio) -> {
                    late[0] = id;
                    throw new IOException("No answer in time");
                }),
                RecordingStorage.class);
        put(AudioFiles.wav()).then().statusCode(503);
        disk.put(late[0], AudioFiles.wav());

        time.pass(Duration.ofMinutes(61));
        removals.runOnce();

        assertThat(files()).isEqualTo(before);
        assertThat(rows()).isEmpty();
    }

    @Test
    void fewAreTakenAtATimeAndWhatIsRefusedAnywayIsNotTakenAtAll() throws Exception {
        CountDownLatch storing = new CountDownLatch(Uploads.AT_ONCE);
        CountDownLatch goOn = new CountDownLatch(1);
        whenStored(() -> {
            storing.countDown();
            try {
                goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        List<CompletableFuture<Response>> uploads = IntStream.range(0, Uploads.AT_ONCE)
                .mapToObj(i ->
                        CompletableFuture.supplyAsync(() -> put(otherWav(i)), runnable -> new Thread(runnable).start()))
                .toList();
        try {
            storing.await();
            put(otherWav(9))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", equalTo("10"))
                    .body("code", equalTo("too-many-uploads"));
            put(new byte[(int) settings.maxSize().asLongValue() + 1]).then().statusCode(413);
            RecordingIT.put(User.rep("Bo Ek"), "audio/wav", AudioFiles.wav(), path())
                    .then()
                    .statusCode(404);
        } finally {
            goOn.countDown();
        }
        for (CompletableFuture<Response> upload : uploads) {
            upload.get().then().statusCode(200);
        }
        put(otherWav(9)).then().statusCode(200);
        assertThat(rows()).containsExactly("KEPT");
    }

    @Test
    void ofTwoThatReplaceEachOtherOneIsKept() throws Exception {
        for (int round = 0; round < 15; round++) {
            int number = round;
            CompletableFuture<Response> other = CompletableFuture.supplyAsync(() -> put(otherWav(number)));
            put(otherWav(100 + number)).then().statusCode(200);
            other.get().then().statusCode(200);
            assertThat(rows()).containsExactly("KEPT");
            assertThat(files()).hasSize(before.size() + 1);
        }
    }

    private void whenStored(Runnable then) throws IOException {
        DiskStorage disk = disk();
        QuarkusMock.installMockForType(
                new WatchedStorage(disk, (id, audio) -> {
                    disk.put(id, audio);
                    then.run();
                }),
                RecordingStorage.class);
    }

    private void whenStoredFirst(Runnable first) throws IOException {
        DiskStorage disk = disk();
        QuarkusMock.installMockForType(
                new WatchedStorage(disk, (id, audio) -> {
                    first.run();
                    disk.put(id, audio);
                }),
                RecordingStorage.class);
    }

    private DiskStorage disk() throws IOException {
        return new DiskStorage(folder());
    }

    private Response put(byte[] audio) {
        return RecordingIT.put(rep, "audio/wav", audio, path());
    }

    private String path() {
        return "/api/v1/call-attempts/" + attempt + "/recording";
    }

    private static byte[] otherWav(int number) {
        byte[] audio = AudioFiles.wav();
        audio[audio.length - 1] = (byte) number;
        return audio;
    }

    private List<String> rows() {
        return jdbi.withHandle(handle -> handle.createQuery("select status from recording where attempt_id = ?")
                .bind(0, attempt)
                .mapTo(String.class)
                .list());
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path folder() {
        return settings.directory().orElseThrow();
    }
}
