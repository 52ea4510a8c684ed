package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.CallAttemptUndone;
import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.ConversationHeld;
import dev.tightrope.events.EmailReleased;
import dev.tightrope.events.ExecutiveDeclined;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.events.WrongNumberFound;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of attempts, undoing, releases, repeated requests and late answers of outreach-service, held against
 * the rules: at most one release that stands a round, none after an undoing or a wrong number, none without a promise, and
 * every promise has an end.
 *
 * <p>More of them: {@code -Dtightrope.histories=200}; one again: {@code -Dtightrope.seed=…}.
 */
@QuarkusTest
class CallHistoriesIT {
    private static final int STEPS = 40;
    private static final String[] OUTCOMES = {
        "VOICEMAIL_LEFT", "VOICEMAIL_LEFT", "SPOKEN", "NO_ANSWER", "BUSY", "WRONG_NUMBER", "DECLINED"
    };

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

    private final User rep = User.rep("Anna Berg");
    private final Map<String, Response> accepted = new HashMap<>();
    private final Map<String, String> bodies = new HashMap<>();
    private final List<String> attempts = new ArrayList<>();
    private final List<String> history = new ArrayList<>();
    private int answered;
    private String state = "READY_TO_CALL";

    static List<Long> seeds() {
        Long one = Long.getLong("tightrope.seed");
        if (one != null) {
            return List.of(one);
        }
        List<Long> seeds = new ArrayList<>();
        for (long i = 0; i < Integer.getInteger("tightrope.histories", 5); i++) {
            seeds.add(System.nanoTime() * 31 + i);
        }
        return seeds;
    }

    @BeforeEach
    void releaseByHand() {
        loop.stop();
        time.pass(Duration.ofMinutes(5));
        releases.runOnce();
    }

    @AfterEach
    void releaseByItself() {
        loop.start();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theRulesHold(long seed) {
        Random random = new Random(seed);
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        answered = published.of(outreach.id()).size();
        for (int i = 0; i < STEPS; i++) {
            step(outreach, random);
            check(outreach, seed, false);
        }
        time.pass(Duration.ofSeconds(60));
        releases.runOnce();
        check(outreach, seed, true);
    }

    private void step(StagedOutreach outreach, Random random) {
        switch (random.nextInt(11)) {
            case 10 -> reportWrongNumber(random);
            case 0, 1, 2 ->
                attempt(
                        outreach,
                        OUTCOMES[random.nextInt(OUTCOMES.length)],
                        UUID.randomUUID().toString());
            case 3 -> repeat(random);
            case 4, 5 -> undo(random);
            case 6 -> pass(Duration.ofSeconds(1 + random.nextInt(70)));
            case 7 -> {
                history.add("release");
                releases.runOnce();
            }
            default -> answer(outreach);
        }
    }

    private void attempt(StagedOutreach outreach, String outcome, String key) {
        String body = "{\"outreachId\": \"%s\", \"outcome\": \"%s\"}".formatted(outreach.id(), outcome);
        Response response = rep.sends(body).header("Idempotency-Key", key).post("/api/v1/call-attempts");
        history.add(outcome + " " + response.statusCode());
        assertThat(response.statusCode()).isIn(201, 409);
        if (response.statusCode() == 201) {
            accepted.put(key, response);
            bodies.put(key, body);
            attempts.add(response.path("id"));
        }
    }

    private void repeat(Random random) {
        if (accepted.isEmpty()) {
            return;
        }
        List<String> keys = accepted.keySet().stream().sorted().toList();
        String key = keys.get(random.nextInt(keys.size()));
        Response again =
                rep.sends(bodies.get(key)).header("Idempotency-Key", key).post("/api/v1/call-attempts");
        history.add("repeat " + again.statusCode());
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(accepted.get(key).path("id"));
    }

    private void undo(Random random) {
        toOneOfTheLast(random, "undo");
    }

    private void reportWrongNumber(Random random) {
        toOneOfTheLast(random, "wrong-number");
    }

    private void toOneOfTheLast(Random random, String command) {
        if (attempts.isEmpty()) {
            return;
        }
        String id = attempts.get(attempts.size() - 1 - random.nextInt(Math.min(3, attempts.size())));
        int status =
                rep.calls().post("/api/v1/call-attempts/" + id + "/" + command).statusCode();
        history.add(command + " " + status);
        assertThat(status).isIn(200, 409);
    }

    private void pass(Duration duration) {
        history.add("pass " + duration);
        time.pass(duration);
    }

    /** outreach-service takes one more event into account; its moves come back, and so does the next round. */
    private void answer(StagedOutreach outreach) {
        List<TightropeEvent> events = published.of(outreach.id());
        if (answered == events.size()) {
            return;
        }
        TightropeEvent event = events.get(answered++);
        history.add("answer " + event.getClass().getSimpleName());
        boolean ready = state.equals("READY_TO_CALL");
        if (ready && (event instanceof VoicemailLeft || event instanceof ConversationHeld)) {
            move(outreach, "SENDING_EMAIL");
        } else if (state.equals("SENDING_EMAIL") && event instanceof CallAttemptUndone) {
            move(outreach, "READY_TO_CALL");
        } else if (state.equals("SENDING_EMAIL") && event instanceof EmailReleased) {
            move(outreach, "AWAITING_RESPONSE");
            move(outreach, "FOLLOW_UP_DUE");
            nextRound(outreach);
        } else if (ready && event instanceof CallUnsuccessful call && call.nextAttemptAt() == null) {
            move(outreach, "NEEDS_ATTENTION");
            move(outreach, "READY_TO_CALL");
        } else if ((ready || state.equals("SENDING_EMAIL")) && event instanceof WrongNumberFound) {
            move(outreach, "NEEDS_ATTENTION");
            outreach.numberGiven(outreach.phone(), time.now());
            move(outreach, "READY_TO_CALL");
        } else if (ready && event instanceof ExecutiveDeclined) {
            move(outreach, "CLOSED");
            move(outreach, "RESPONDED");
            nextRound(outreach);
        }
    }

    private void nextRound(StagedOutreach outreach) {
        outreach.nextRound();
        outreach.emailPrepared();
        outreach.becomesReadyToCall();
        state = "READY_TO_CALL";
        history.add("next round");
    }

    private void move(StagedOutreach outreach, String to) {
        outreach.moves(to);
        state = to;
    }

    private void check(StagedOutreach outreach, long seed, boolean ended) {
        Map<Integer, Integer> releasedInRound = new HashMap<>();
        Set<UUID> promised = new HashSet<>();
        Set<UUID> open = new HashSet<>();
        Set<UUID> undone = new HashSet<>();
        Set<UUID> wrong = new HashSet<>();
        Map<UUID, Integer> released = new HashMap<>();
        String story = "seed " + seed + ": " + String.join(", ", history);
        for (TightropeEvent event : published.of(outreach.id())) {
            if (event instanceof VoicemailLeft left) {
                promised.add(left.attemptId());
                assertThat(open)
                        .as("a promise while another is open, %s", story)
                        .isEmpty();
                open.add(left.attemptId());
            } else if (event instanceof ConversationHeld held) {
                promised.add(held.attemptId());
                assertThat(open)
                        .as("a promise while another is open, %s", story)
                        .isEmpty();
                open.add(held.attemptId());
            } else if (event instanceof CallAttemptUndone undo) {
                assertThat(open.remove(undo.attemptId()))
                        .as("undone once and before a release, %s", story)
                        .isTrue();
                undone.add(undo.attemptId());
            } else if (event instanceof WrongNumberFound found && promised.contains(found.attemptId())) {
                assertThat(undone).as("void after undo, %s", story).doesNotContain(found.attemptId());
                assertThat(wrong.add(found.attemptId()))
                        .as("void once, %s", story)
                        .isTrue();
                open.remove(found.attemptId());
                Integer round = released.get(found.attemptId());
                if (round != null) {
                    releasedInRound.merge(round, -1, Integer::sum);
                }
            } else if (event instanceof EmailReleased release) {
                UUID attempt = release.attemptId();
                assertThat(promised).as("released without a promise, %s", story).contains(attempt);
                assertThat(undone).as("released after undo, %s", story).doesNotContain(attempt);
                assertThat(wrong).as("released to a wrong number, %s", story).doesNotContain(attempt);
                assertThat(open.remove(attempt)).as("released once, %s", story).isTrue();
                int round = release.ref().round();
                released.put(attempt, round);
                assertThat(releasedInRound.merge(round, 1, Integer::sum))
                        .as("releases of round %s, %s", round, story)
                        .isEqualTo(1);
            }
        }
        if (ended) {
            assertThat(open).as("promises without an end, %s", story).isEmpty();
        }
    }
}
