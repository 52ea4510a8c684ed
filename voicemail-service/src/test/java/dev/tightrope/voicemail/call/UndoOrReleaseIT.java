package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.CallAttemptUndone;
import dev.tightrope.events.EmailReleased;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Undo, release and recording at the same moment. */
@QuarkusTest
class UndoOrReleaseIT {
    private static final int OUTREACHES = 12;

    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    SettableDatabaseTime time;

    @Inject
    ReleaseDueAttempts releases;

    @Inject
    ReleaseLoop loop;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Anna Berg");
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @BeforeEach
    void releaseByHand() {
        loop.stop();
        time.pass(Duration.ofMinutes(5));
        releases.runOnce();
    }

    @AfterEach
    void releaseByItself() {
        threads.shutdownNow();
        loop.start();
    }

    @Test
    void manyReplicasReleaseEachAttemptOnce() throws Exception {
        List<StagedOutreach> outreaches = promised();
        time.pass(Duration.ofSeconds(60));

        int released = 0;
        List<Callable<Integer>> replicas = List.of(releases::runOnce, releases::runOnce, releases::runOnce);
        for (int count : atTheSameTime(replicas)) {
            released += count;
        }

        assertThat(released).isEqualTo(OUTREACHES);
        for (StagedOutreach outreach : outreaches) {
            assertThat(published.typesOf(outreach.id())).containsOnlyOnce("EmailReleased");
        }
    }

    @Test
    void anAttemptIsUndoneOrReleasedNeverBoth() throws Exception {
        List<StagedOutreach> outreaches = promised();
        List<Callable<Integer>> work = new ArrayList<>();
        for (StagedOutreach outreach : outreaches) {
            String attempt = attemptOf(outreach);
            work.add(() -> rep.calls()
                    .post("/api/v1/call-attempts/" + attempt + "/undo")
                    .statusCode());
        }
        for (int i = 0; i < 3; i++) {
            work.add(work.size() / 2, () -> {
                time.pass(Duration.ofSeconds(20));
                return releases.runOnce();
            });
        }
        List<Integer> answers = atTheSameTime(work);
        time.pass(Duration.ofSeconds(60));
        releases.runOnce();

        long undone = 0;
        for (StagedOutreach outreach : outreaches) {
            List<Object> ends = new ArrayList<>(published.of(outreach.id()));
            ends.removeIf(event -> !(event instanceof EmailReleased) && !(event instanceof CallAttemptUndone));
            assertThat(ends).as("ends of the attempt of %s", outreach.id()).hasSize(1);
            undone += ends.stream().filter(CallAttemptUndone.class::isInstance).count();
        }
        assertThat(answers.stream().filter(answer -> answer == 200).count())
                .as("undo is confirmed exactly when it happened")
                .isEqualTo(undone);
    }

    @Test
    void ofManyPromisesAtTheSameTimeOneIsMade() throws Exception {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            work.add(() -> outreach.attempt("VOICEMAIL_LEFT").statusCode());
        }

        assertThat(atTheSameTime(work)).containsOnlyOnce(201).contains(409).containsOnly(201, 409);
        assertThat(published.typesOf(outreach.id())).containsOnlyOnce("VoicemailLeft");
    }

    @Test
    void aReleaseThatCannotBeToldHasNotHappenedAndKeepsNobodyElseWaiting() {
        StagedOutreach broken = StagedOutreach.readyToCall(outreachService, rep, null);
        broken.attempt("VOICEMAIL_LEFT").then().statusCode(201);
        StagedOutreach sound = StagedOutreach.readyToCall(outreachService, rep, null);
        sound.attempt("VOICEMAIL_LEFT").then().statusCode(201);
        time.pass(Duration.ofSeconds(60));
        name(broken, null);

        assertThat(releases.runOnce()).isEqualTo(1);
        assertThat(published.typesOf(sound.id())).endsWith("EmailReleased");
        assertThat(published.typesOf(broken.id())).endsWith("VoicemailLeft");

        name(broken, "Sture Lindqvist");
        assertThat(releases.runOnce()).isEqualTo(1);
        assertThat(published.typesOf(broken.id())).endsWith("EmailReleased");
    }

    private void name(StagedOutreach outreach, @org.jspecify.annotations.Nullable String executive) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update outreach set executive_name = :name where outreach_id = :id")
                        .bind("name", executive)
                        .bind("id", outreach.id())
                        .execute());
    }

    private List<StagedOutreach> promised() {
        List<StagedOutreach> outreaches = new ArrayList<>();
        for (int i = 0; i < OUTREACHES; i++) {
            StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
            outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
            outreaches.add(outreach);
        }
        return outreaches;
    }

    private String attemptOf(StagedOutreach outreach) {
        Response list = rep.calls().get("/api/v1/call-attempts?outreachId=" + outreach.id());
        return list.path("data[0].id");
    }

    private <T> List<T> atTheSameTime(List<Callable<T>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(Math.min(8, work.size()));
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < work.size(); i++) {
            Callable<T> task = work.get(i);
            boolean first = i < start.getParties();
            futures.add(threads.submit(() -> {
                if (first) {
                    start.await();
                }
                return task.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
