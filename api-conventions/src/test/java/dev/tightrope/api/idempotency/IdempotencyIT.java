package dev.tightrope.api.idempotency;

import static dev.tightrope.api.ApiClient.as;
import static dev.tightrope.api.ApiClient.pointers;
import static dev.tightrope.api.ApiClient.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.api.sample.TestDatabaseAndKeys;
import dev.tightrope.api.sample.Things;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabaseAndKeys.class)
class IdempotencyIT {
    private static final String BODY = "{\"name\": \"%s\", \"amount\": 1}";

    @Inject
    Things things;

    @Inject
    IdempotencyRows rows;

    private final UUID rep = UUID.randomUUID();
    private final String name = "n" + UUID.randomUUID();
    private final String key = UUID.randomUUID().toString();

    @Test
    void aRepeatedCallIsMadeOnceAndAnsweredTheSame() {
        Response first = keyed().body(BODY.formatted(name)).post("/api/v1/things");
        Response second = keyed().body(BODY.formatted(name)).post("/api/v1/things");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.asString()).isEqualTo(first.asString());
        for (String header : List.of("Location", "ETag", "Content-Type")) {
            assertThat(second.header(header)).as(header).isNotNull().isEqualTo(first.header(header));
        }
        assertThat(effects()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"value, 201", "nothing, 204", "joined, 204"})
    void worksForEveryKindOfMethod(String command, int status) {
        Response first = command(command);
        Response second = command(command);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(status);
        assertThat(second.statusCode()).isEqualTo(status);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(effects()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"value", "joined"})
    void theResponseIsStoredByTheTransactionOfTheEffect(String command) {
        command(command);

        // The same writer: whenever the process dies, there are both or neither.
        assertThat(things.column("SELECT xmin::text FROM idempotency_key WHERE caller_id = ?", rep))
                .hasSize(1)
                .isEqualTo(things.writersOf(name));
    }

    @ParameterizedTest
    @CsvSource({"refused, 409", "broken, 500", "refused-response, 409"})
    void aRefusedOrFailedCallStoresNothingAndIsMadeAgain(String command, int status) {
        for (int attempt = 0; attempt < 2; attempt++) {
            Response response = command(command);

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.header("Idempotency-Replayed")).isNull();
            assertThat(effects()).isEmpty();
            assertThat(keys()).isEmpty();
        }
    }

    @Test
    void withoutAKeyEveryCallIsMade() {
        as(rep, "rep").post("/api/v1/commands/" + name + "/value");
        as(rep, "rep").post("/api/v1/commands/" + name + "/value");

        assertThat(effects()).hasSize(2);
        assertThat(keys()).isEmpty();
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        keyed().body(BODY.formatted(name)).post("/api/v1/things");

        Response other = keyed().body(BODY.formatted("another")).post("/api/v1/things");
        assertThat(pointers(problem(other, 422, "idempotency-key-reused"))).containsExactly("Idempotency-Key:");
        Response otherQuery = keyed().body(BODY.formatted(name)).post("/api/v1/things?dryRun=false");
        problem(otherQuery, 422, "idempotency-key-reused");
        assertThat(effects()).hasSize(1);
        assertThat(things.writersOf("another")).isEmpty();
    }

    @Test
    void aKeyBelongsToItsCallerMethodAndPath() {
        command("value");
        Response elsewhere = keyed().post("/api/v1/commands/" + name + "/nothing");
        Response otherMethod = keyed().put("/api/v1/commands/" + name + "/value");
        Response somebodyElse =
                as(UUID.randomUUID(), "rep").header("Idempotency-Key", key).post("/api/v1/commands/" + name + "/value");

        for (Response response : List.of(elsewhere, otherMethod, somebodyElse)) {
            assertThat(response.statusCode()).isBetween(200, 204);
            assertThat(response.header("Idempotency-Replayed")).isNull();
        }
        assertThat(effects()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "ümlaut"})
    void aKeyThatIsNoneIsRefused(String wrong) {
        Response response = as(rep, "rep").header("Idempotency-Key", wrong).post("/api/v1/commands/" + name + "/value");

        assertThat(pointers(problem(response, 400, "invalid-request"))).containsExactly("Idempotency-Key:");
        assertThat(effects()).isEmpty();
    }

    @Test
    void anEndlessKeyIsRefused() {
        Response response =
                as(rep, "rep").header("Idempotency-Key", "k".repeat(256)).post("/api/v1/commands/" + name + "/value");

        problem(response, 400, "invalid-request");
    }

    @Test
    void aSecondCallWaitsForTheFirstAndHasItsResponse() throws Exception {
        Things.GATE.acquire();
        CompletableFuture<Response> first;
        CompletableFuture<Response> second;
        try {
            first = CompletableFuture.supplyAsync(() -> command("slow"));
            await().atMost(Duration.ofSeconds(30)).until(() -> uncommittedClaims() == 1);
            second = CompletableFuture.supplyAsync(() -> command("slow"));
            await().atMost(Duration.ofSeconds(30)).until(() -> waitingClaims() == 1);
        } finally {
            Things.GATE.release();
        }
        Response made = first.get(30, TimeUnit.SECONDS);
        Response waited = second.get(30, TimeUnit.SECONDS);

        assertThat(made.statusCode()).as(made.asString()).isEqualTo(200);
        assertThat(waited.statusCode()).as(waited.asString()).isEqualTo(200);
        assertThat(waited.asString()).isEqualTo(made.asString());
        assertThat(List.of(made, waited))
                .filteredOn(response -> "true".equals(response.header("Idempotency-Replayed")))
                .hasSize(1);
        assertThat(effects()).hasSize(1);
    }

    @Test
    void aSecondCallThatWaitedTooLongIsToldToComeBack() throws Exception {
        Things.GATE.acquire();
        CompletableFuture<Response> first;
        try {
            first = CompletableFuture.supplyAsync(() -> command("slow"));
            await().atMost(Duration.ofSeconds(30)).until(() -> uncommittedClaims() == 1);

            problem(command("slow"), 409, "idempotency-key-in-flight");
        } finally {
            Things.GATE.release();
        }
        assertThat(first.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(command("slow").header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(effects()).hasSize(1);
    }

    @Test
    void anExpiredKeyIsFreeAgainAndPurged() {
        command("value");
        things.update("UPDATE idempotency_key SET expires_at = now() WHERE caller_id = ?", rep);
        Response again = command("value");

        assertThat(again.header("Idempotency-Replayed")).isNull();
        assertThat(effects()).hasSize(2);
        assertThat(command("value").asString()).isEqualTo(again.asString());

        assertThat(keys()).hasSize(1);
        rows.purgeExpired();
        assertThat(keys()).hasSize(1);
        things.update("UPDATE idempotency_key SET expires_at = now() WHERE caller_id = ?", rep);
        rows.purgeExpired();
        assertThat(keys()).isEmpty();
    }

    @Test
    void keysAreKeptForADay() {
        command("value");

        assertThat(things.column(
                        "SELECT (expires_at - created_at)::text FROM idempotency_key WHERE caller_id = ?", rep))
                .containsExactly("1 day");
    }

    private Response command(String command) {
        return keyed().post("/api/v1/commands/" + name + "/" + command);
    }

    private RequestSpecification keyed() {
        return as(rep, "rep").header("Idempotency-Key", key);
    }

    private List<String> effects() {
        return things.column("SELECT id::text FROM thing WHERE name = ?", name);
    }

    private List<String> keys() {
        return things.column("SELECT path FROM idempotency_key WHERE caller_id = ?", rep);
    }

    /** A call has claimed its key, made its effect and stands before the gate. */
    private int uncommittedClaims() {
        return things.column("SELECT pid::text FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND state = 'idle in transaction' AND query LIKE 'INSERT INTO thing%'")
                .size();
    }

    private int waitingClaims() {
        return things.column("SELECT pid::text FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND wait_event_type = 'Lock' AND wait_event = 'transactionid'")
                .size();
    }
}
