package dev.tightrope.api;

import static dev.tightrope.api.ApiClient.as;
import static dev.tightrope.api.ApiClient.problem;
import static dev.tightrope.api.ApiClient.rep;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.api.sample.TestDatabaseAndKeys;
import dev.tightrope.api.sample.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestDatabaseAndKeys.class)
class ProblemsIT {
    private static final UUID REP = UUID.fromString("01900000-0000-7000-8000-00000000000a");

    @TestHTTPResource("/api/v1/things")
    URI things;

    @Test
    void whatTheApplicationRefusesCarriesItsOwnMembers() {
        JsonPath problem = problem(rep().post("/api/v1/things/conflict"), 409, "company-held");

        assertThat(problem.getString("title")).isEqualTo("Company held");
        assertThat(problem.getString("detail")).isEqualTo("Rolf holds it. Ask him.");
        assertThat(problem.getString("heldBy")).isEqualTo("Rolf");
    }

    @Test
    void whatComesTooEarlySaysWhereItStandsWhatWasTriedAndWhatHasToHappenFirst() {
        JsonPath problem = problem(rep().post("/api/v1/things/too-early"), 409, "not-possible-now");

        assertThat(problem.getString("state")).isEqualTo("RAW");
        assertThat(problem.getString("tried")).isEqualTo("THING_EATEN");
        assertThat(problem.getList("mustHappenFirst", String.class)).containsExactly("It has to be cooked first.");
        assertThat(problem.getString("since")).isEqualTo("Monday");
    }

    @Test
    void withoutATokenTheCallIsChallenged() {
        Response response = given().get("/api/v1/things");

        problem(response, 401, "unauthorized");
        assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void aTokenThatDoesNotHoldIsChallengedWithoutSayingWhy() {
        for (String token : List.of(
                "nonsense",
                Tokens.expired(REP, "rep"),
                Tokens.forAnotherAudience(REP, "rep"),
                Tokens.of(REP, "rep") + "x")) {
            Response response = given().auth().oauth2(token).get("/api/v1/things");

            problem(response, 401, "unauthorized");
            assertThat(response.header("WWW-Authenticate")).isEqualTo("Bearer");
        }
    }

    @Test
    void anotherRoleIsForbidden() {
        problem(rep().get("/api/v1/things/admins"), 403, "forbidden");
        problem(as(REP).get("/api/v1/things"), 403, "forbidden");
    }

    @Test
    void whatNobodyIsAllowedToCallIsDenied() {
        problem(as(REP, "rep", "sales-manager", "admin").get("/api/v1/forgotten"), 403, "forbidden");
        problem(given().get("/api/v1/forgotten"), 401, "unauthorized");
    }

    @Test
    void theCallerIsReadFromTheToken() {
        JsonPath me = as(REP, "rep", "sales-manager").get("/api/v1/things/me").jsonPath();

        assertThat(me.getString("id")).isEqualTo(REP.toString());
        assertThat(me.getString("name")).isEqualTo("Rosa Rep");
        assertThat(me.getString("email")).isEqualTo("rosa@example.com");
        assertThat(me.getBoolean("manager")).isTrue();
        assertThat(me.getBoolean("admin")).isFalse();
    }

    @Test
    void anUnknownPathIsNotFound() {
        assertThat(problem(rep().get("/api/v1/nothing"), 404, "not-found").getString("detail"))
                .contains("/api/v1/nothing");
    }

    @Test
    void anotherMethodIsRefusedWithThoseThereAre() {
        Response collection = rep().delete("/api/v1/things");
        problem(collection, 405, "method-not-allowed");
        assertThat(collection.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        assertThat(collection.jsonPath().getString("detail"))
                .isEqualTo("This path does not take DELETE; it takes GET, HEAD, OPTIONS, POST.");

        Response one = rep().post("/api/v1/things/" + UUID.randomUUID());
        problem(one, 405, "method-not-allowed");
        assertThat(one.header("Allow")).contains("PUT").doesNotContain("POST", "DELETE");
    }

    @Test
    void noOtherOriginIsAllowedUnlessTheEnvironmentNamesIt() {
        Response answer = rep().header("Origin", "https://sales.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/api/v1/things");

        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().startsWith("Access-Control"));
        assertThat(rep().header("Origin", "https://sales.example")
                        .get("/api/v1/things")
                        .statusCode())
                .as("an origin that a proxy hides from us")
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeAcceptedIsAnsweredAsAProblemAllTheSame() {
        problem(rep().accept("image/png").get("/api/v1/things"), 406, "not-acceptable");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        problem(rep().contentType("text/xml").body("<a/>").post("/api/v1/things"), 415, "unsupported-media-type");
    }

    @Test
    void anUpdateNeedsTheCurrentEtag() {
        String path = "/api/v1/things/" + UUID.randomUUID();
        String body = "{\"name\": \"a\", \"amount\": 1}";

        problem(rep().body(body).put(path), 428, "precondition-required");
        problem(rep().body(body).header("If-Match", "\"2\"").put(path), 412, "precondition-failed");
        Response updated = rep().body(body).header("If-Match", "\"3\"").put(path);
        assertThat(updated.statusCode()).isEqualTo(204);
        assertThat(updated.header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void aCallThatTakesIfMatchDemandsItAndSaysWhereTheEtagIs() {
        String thing = "/api/v1/things/" + UUID.randomUUID();

        Response refused = rep().post(thing + "/approval");

        problem(refused, 428, "precondition-required");
        assertThat(refused.jsonPath().getString("detail")).contains("If-Match", "GET " + thing + ".");
        assertThat(rep().header("If-Match", "*").post(thing + "/approval").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whereThereMayBeNothingToReplaceIfMatchMayBeLeftOut() {
        assertThat(rep().put("/api/v1/things/only").statusCode()).isEqualTo(200);
    }

    @Test
    void theUnexpectedTellsNothingAndIsLoggedOnceWithTheRequestId() {
        try (CapturedLog log = new CapturedLog()) {
            Response response = rep().header("X-Request-Id", "breakdown-1").post("/api/v1/things/breakdown");

            problem(response, 500, "internal-error");
            assertThat(response.asString()).doesNotContain("secret", "hunter2", "IllegalState");
            assertThat(log.requestIdsOfErrorsWith("hunter2")).containsExactly("breakdown-1");
        }
    }

    @Test
    void whoLosesADeadlockMayRepeatTheCall() {
        List<Response> responses = Stream.of("first=1&second=2", "first=2&second=1")
                .map(locks -> CompletableFuture.supplyAsync(() -> rep().post("/api/v1/things/deadlock?" + locks)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted(Comparator.comparing(Response::statusCode))
                .toList();

        assertThat(responses.get(0).statusCode()).isEqualTo(204);
        problem(responses.get(1), 503, "changed-at-once");
        assertThat(responses.get(1).header("Retry-After")).isEqualTo("1");
    }

    @Test
    void aResponseThatCannotBeWrittenIsOurFault() {
        Response response = rep().get("/api/v1/things/unwritable");

        problem(response, 500, "internal-error");
        assertThat(response.asString()).doesNotContain("secret");
    }

    @Test
    void everyResponseHasARequestIdTheCallersIfItHasOne() {
        assertThat(rep().header("X-Request-Id", "mine-1").get("/api/v1/things").header("X-Request-Id"))
                .isEqualTo("mine-1");
        assertThat(rep().get("/api/v1/things").header("X-Request-Id")).hasSize(36);
        assertThat(given().get("/outside").header("X-Request-Id")).hasSize(36);
    }

    @Test
    void pagesFollowEachOtherByCursor() {
        JsonPath first = rep().get("/api/v1/things?limit=3").jsonPath();
        assertThat(first.<String>getList("data")).containsExactly("thing 0", "thing 1", "thing 2");
        assertThat(first.getBoolean("page.hasMore")).isTrue();

        Response last = rep().get("/api/v1/things?limit=3&cursor=" + first.getString("page.nextCursor"));
        assertThat(last.asString()).isEqualTo("{\"data\":[\"thing 3\",\"thing 4\"],\"page\":{\"hasMore\":false}}");
    }

    @Test
    void responsesHaveRfc3339TimesIsoDurationsAndNoNulls() {
        Response created = rep().body("{\"name\": \"a\", \"amount\": 1}").post("/api/v1/things");

        String id = created.jsonPath().getString("id");
        assertThat(created.asString())
                .isEqualTo("{\"id\":\"" + id
                        + "\",\"name\":\"a\",\"at\":\"2026-01-31T09:00:00.123456Z\",\"length\":\"PT20S\"}");
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.header("Location"))
                .as("whatever gateway the call came through")
                .isEqualTo("/api/v1/things/" + id);
    }

    @Test
    void aBodyOverTheLimitOfOrdinaryCallsIsAProblem() {
        String large = "{\"name\": \"" + "x".repeat(64 * 1024) + "\", \"amount\": 1}";

        JsonPath problem = problem(rep().body(large).post("/api/v1/things"), 413, "body-too-large");
        assertThat(problem.getString("detail")).contains("65536 bytes");
    }

    @Test
    void aBodyOfUnannouncedLengthIsBoundedToo() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(things)
                .header("Authorization", "Bearer " + Tokens.of(REP, "rep"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(("{\"name\": \"" + "x".repeat(70 * 1024)).getBytes(UTF_8))))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"body-too-large\"");
    }

    @Test
    void aBodyAnnouncedOverTheOuterLimitIsAProblemBeforeItIsSent() throws Exception {
        try (Socket socket = new Socket(things.getHost(), things.getPort())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/things HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "X-Request-Id: large-1\r\nContent-Length: 99999999\r\n\r\n")
                    .getBytes(UTF_8));
            out.flush();
            String response = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(response)
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("content-type: application/problem+json");
            assertThat(response).contains("\"code\":\"body-too-large\"", "\"requestId\":\"large-1\"");
        }
    }

    @Test
    void aCallMayAllowLargerBodies() {
        String name = UUID.randomUUID().toString();
        Response accepted = rep().contentType("message/rfc822")
                .body(new byte[200 * 1024])
                .post("/api/v1/commands/" + name + "/mail");
        assertThat(accepted.statusCode()).isEqualTo(204);

        Response refused = rep().contentType("message/rfc822")
                .body(new byte[300 * 1024])
                .post("/api/v1/commands/" + name + "/mail");
        problem(refused, 413, "body-too-large");
    }

    @Test
    void aCallMayKeepTheBeginningOfALargerBody() {
        String path = "/api/v1/commands/" + UUID.randomUUID() + "/mail-or-its-beginning";
        for (int[] sentAndKept :
                new int[][] {{1024, 1024}, {64 * 1024, 64 * 1024}, {64 * 1024 + 1, 1000}, {3 << 20, 1000}}) {
            rep().contentType("message/rfc822")
                    .body(new byte[sentAndKept[0]])
                    .post(path)
                    .then()
                    .statusCode(200)
                    .body(equalTo(String.valueOf(sentAndKept[1])));
        }
    }
}
