package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.local.Patience;
import dev.tightrope.local.Rest;
import dev.tightrope.local.SampleUser;
import dev.tightrope.local.Service;
import dev.tightrope.local.Steps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Several reps do anything in any order while processes are killed, and the mail server's own log is held against what
 * they did. What a rep does comes from the seed; when a process dies within it does not, so a failure tells its story.
 *
 * <p>One again: {@code -Dtightrope.seed=…}; longer: {@code -Dtightrope.kills=60}.
 */
@Isolated
class RandomHistoriesEndToEndIT {

    private static final int REPS = 6;

    private final long seed = Long.getLong("tightrope.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(REPS);

    @AfterEach
    void everything_runs_again() {
        ended.countDown();
        threads.shutdownNow();
        if (!SharedStack.get().kafka().isRunning()) {
            SharedStack.get().kafka().restart();
        }
        for (Service service : Service.values()) {
            if (SharedStack.get().service(service).pid() < 0) {
                SharedStack.get().service(service).restart();
            }
        }
    }

    @Test
    void no_history_breaks_the_rules() throws InterruptedException, IOException {
        List<RandomRep> reps = new ArrayList<>();
        for (int i = 0; i < REPS; i++) {
            reps.add(new RandomRep(Scene.of(i % 2 == 0 ? SampleUser.REP1 : SampleUser.REP2), random.nextLong()));
        }
        List<CompletableFuture<Void>> busy = reps.stream()
                .map(rep -> CompletableFuture.runAsync(() -> work(rep), threads))
                .toList();
        List<String> killed = killThings(reps, Integer.getInteger("tightrope.kills", 5));
        ended.countDown();
        busy.forEach(CompletableFuture::join);
        // Where the kills left little time nobody may have answered yet; then they go on until somebody has.
        for (int more = 0; more < 300 && replies(reps) == 0; more++) {
            reps.forEach(RandomRep::step);
        }
        System.out.println("RandomHistoriesEndToEndIT seed " + seed + ", killed " + killed);

        for (RandomRep rep : reps) {
            Files.writeString(Path.of("target", "history-" + rep.scene.domain + ".txt"), story(rep));
        }
        reps.forEach(this::everyPromiseAndReplyHasAnEnd);
        Scene.letALaterMailPass();

        for (RandomRep rep : reps) {
            assertThat(rep.journal.brokenBy(rep.scene.mails())).as(story(rep)).isEmpty();
            assertThat(rep.faults()).as(story(rep)).isEmpty();
        }
        System.out.println("RandomHistoriesEndToEndIT saw " + mails(reps) + " mails and " + replies(reps) + " replies");
        assertThat(mails(reps)).isPositive();
        assertThat(replies(reps)).isPositive();
        assertThat(parkedMessages()).isEmpty();
    }

    private static int mails(List<RandomRep> reps) {
        return reps.stream().mapToInt(rep -> rep.scene.mails().size()).sum();
    }

    private static long replies(List<RandomRep> reps) {
        return reps.stream().mapToLong(rep -> rep.journal.replies().size()).sum();
    }

    private void work(RandomRep rep) {
        try {
            Random pauses = new Random(seed);
            do {
                rep.step();
            } while (!ended.await(100 + pauses.nextInt(400), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            throw new IllegalStateException(story(rep), e);
        }
    }

    /** Goes on until enough has happened to tell: histories that never come to a mail would prove nothing. */
    private List<String> killThings(List<RandomRep> reps, int times) throws InterruptedException {
        List<String> killed = new ArrayList<>();
        for (int i = 0; i < times || (mails(reps) == 0 && i < 4 * times); i++) {
            // Nobody counts down: the reps are left alone for a while.
            ended.await(3_000 + random.nextInt(5_000), TimeUnit.MILLISECONDS);
            int victim = random.nextInt(10);
            if (victim == 0) {
                killed.add("KAFKA");
                SharedStack.get().kafka().kill();
                SharedStack.get().kafka().restart();
            } else {
                Service service = victim < 6 ? Service.OUTREACH : victim < 8 ? Service.VOICEMAIL : Service.SCHEDULER;
                killed.add(service.name());
                SharedStack.get().service(service).kill();
                SharedStack.get().service(service).restart();
            }
        }
        return killed;
    }

    private void everyPromiseAndReplyHasAnEnd(RandomRep rep) {
        try {
            Patience.until("every promise's end", Steps.TRAVEL, () -> open(rep), List::isEmpty);
        } catch (IllegalStateException inVain) {
            throw new AssertionError(story(rep), inVain);
        }
    }

    /** Mails promised and neither sent nor kept back by something the rep did or was told, and replies nobody shows. */
    private static List<String> open(RandomRep rep) {
        List<String> open = new ArrayList<>();
        for (Journal.Promise promise : rep.journal.promises()) {
            boolean sent = rep.scene.mails().stream().anyMatch(mail -> rep.journal.promiseOf(mail) == promise);
            if (!promise.undone && !sent && promise.heldBackBy == null && !told(rep, promise.outreach)) {
                open.add("attempt " + promise.attempt + " of " + promise.outreach + " round " + promise.round);
            }
        }
        for (String outreach : rep.outreaches) {
            List<String> shown = texts(rep, outreach);
            for (Journal.Reply reply : rep.journal.replies()) {
                boolean there = shown.stream().anyMatch(text -> text.contains(reply.text()));
                if (reply.outreach().equals(outreach) && there == reply.automatic()) {
                    open.add((reply.automatic() ? "taken for a person's: " : "not shown: ") + reply);
                }
            }
        }
        return open;
    }

    /** Killed at the dot, nobody knows for ten minutes what the mail server did. */
    private static boolean told(RandomRep rep, String outreach) {
        return rep.outreach(outreach).path("state").asText().equals("NEEDS_ATTENTION")
                || rep.client
                        .get("/outreaches/" + outreach + "/deliveries")
                        .ok()
                        .body()
                        .findValuesAsText("state")
                        .contains("DOT_SENDING");
    }

    private static List<String> texts(RandomRep rep, String outreach) {
        JsonNode data = rep.client
                .get("/outreaches/" + outreach + "/responses?limit=200")
                .ok()
                .body()
                .path("data");
        return data.findValuesAsText("text");
    }

    private static List<String> parkedMessages() {
        return Stream.of(Service.values())
                .map(service -> new Rest(
                                SharedStack.get().service(service).url(),
                                SharedStack.get().tokens().of(SampleUser.ADMIN))
                        .get("/admin/parked-messages")
                        .ok()
                        .body()
                        .path("data"))
                .filter(data -> !data.isEmpty())
                .map(JsonNode::toString)
                .toList();
    }

    private String story(RandomRep rep) {
        return rep.journal.told.stream().collect(Collectors.joining("\n", "seed " + seed + "\n", "\n"));
    }
}
