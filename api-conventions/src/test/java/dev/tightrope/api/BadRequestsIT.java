package dev.tightrope.api;

import static dev.tightrope.api.ApiClient.messages;
import static dev.tightrope.api.ApiClient.pointers;
import static dev.tightrope.api.ApiClient.problem;
import static dev.tightrope.api.ApiClient.rep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tightrope.api.sample.TestDatabaseAndKeys;
import dev.tightrope.api.sample.Things;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(TestDatabaseAndKeys.class)
class BadRequestsIT {
    @Inject
    Things things;

    private String rowsBefore;

    @BeforeEach
    void countRows() {
        rowsBefore = rows();
    }

    @AfterEach
    void nothingHalfDoneIsStored() {
        assertThat(rows()).isEqualTo(rowsBefore);
    }

    @Test
    void anUnknownFieldIsNamedAndTheKnownOnesListed() {
        JsonPath problem = problem(post("{'name': 'a', 'amount': 1, 'nmae': 'b'}"), 400, "unknown-field");

        assertThat(pointers(problem)).containsExactly("/nmae");
        assertThat(messages(problem))
                .containsExactly("is no field of this request; its fields are: amount, at, colour, day, email, labels,"
                        + " length, name, owner, parts, urgent, words");
        assertThat(problem.getString("detail")).contains("/nmae");
    }

    @Test
    void anUnknownFieldDeepInsideHasItsWholePointer() {
        JsonPath problem = problem(
                post("{'name': 'a', 'amount': 1, 'parts': [{'code': 'x'}, {'kode/~': 1}]}"), 400, "unknown-field");

        assertThat(pointers(problem)).containsExactly("/parts/1/kode~1~0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'name': 1, 'amount': 1}                          | /name       | must be a string",
                "{'name': {}, 'amount': 1}                         | /name       | must be a string",
                "{'name': 'a', 'amount': 'many'}                   | /amount     | must be a whole number between -2147483648 and 2147483647",
                "{'name': 'a', 'amount': '1'}                      | /amount     | must be a whole number between -2147483648 and 2147483647",
                "{'name': 'a', 'amount': 1.5}                      | /amount     | must be a whole number between -2147483648 and 2147483647",
                "{'name': 'a', 'amount': 2147483648}               | /amount     | must be a whole number between -2147483648 and 2147483647",
                "{'name': 'a', 'amount': null}                     | /amount     | must be a whole number between -2147483648 and 2147483647",
                "{'name': 'a'}                                     | /amount     | must be a whole number between -2147483648 and 2147483647",
                "{'name': 'a', 'amount': 1, 'urgent': 'yes'}       | /urgent     | must be true or false",
                "{'name': 'a', 'amount': 1, 'urgent': 1}           | /urgent     | must be true or false",
                "{'name': 'a', 'amount': 1, 'colour': 'BLUE'}      | /colour     | must be one of RED, GREEN",
                "{'name': 'a', 'amount': 1, 'colour': 0}           | /colour     | must be one of RED, GREEN",
                "{'name': 'a', 'amount': 1, 'owner': 'me'}         | /owner      | must be a UUID",
                "{'name': 'a', 'amount': 1, 'at': 'tomorrow'}      | /at         | must be an RFC 3339 time such as 2026-01-31T09:00:00Z",
                "{'name': 'a', 'amount': 1, 'at': 1767225600}      | /at         | must be an RFC 3339 time such as 2026-01-31T09:00:00Z",
                "{'name': 'a', 'amount': 1, 'at': '+99999-01-01T00:00:00Z'} | /at | must be an RFC 3339 time such as 2026-01-31T09:00:00Z",
                "{'name': 'a', 'amount': 1, 'day': '31.1.2026'}    | /day        | must be a date such as 2026-01-31",
                "{'name': 'a', 'amount': 1, 'day': '2026-02-30'}   | /day        | must be a date such as 2026-01-31",
                "{'name': 'a', 'amount': 1, 'length': '20 s'}      | /length     | must be an ISO 8601 duration such as PT20S",
                "{'name': 'a', 'amount': 1, 'parts': 'x'}          | /parts      | must be an array",
                "{'name': 'a', 'amount': 1, 'parts': ['x']}        | /parts/0    | must be an object",
                "{'name': 'a', 'amount': 1, 'parts': [{'code': 'forbidden'}]} | /parts/0 | must not have the code \"forbidden\"",
                "{'name': 'a', 'amount': 1, 'words': ['x', 2]}     | /words/1    | must be a string",
                "{'name': 'a', 'amount': 1, 'labels': 'x'}         | /labels     | must be an object",
                "{'name': 'a\\u0000b', 'amount': 1}                | /name       | must not contain the character U+0000",
                "{'name': 'a', 'amount': 1, 'words': ['\\u0000']}  | /words/0    | must not contain the character U+0000",
                "{'name': 'a', 'amount': 1, 'parts': [{'code': '\\u0000'}]} | /parts/0/code | must not contain the character U+0000",
                "{'name': 'a', 'amount': 1, 'labels': {'x': '\\u0000'}} | /labels/x | must not contain the character U+0000",
                "{'name': 'a\\ud800', 'amount': 1}                 | /name       | must be well-formed Unicode: it contains half of a surrogate pair",
            })
    void aValueOfTheWrongKindIsNamedWithWhatWouldBeRight(String body, String pointer, String message) {
        JsonPath problem = problem(post(body), 400, "invalid-value");

        assertThat(pointers(problem)).containsExactly(pointer);
        assertThat(messages(problem)).containsExactly(message);
    }

    @Test
    void aNulInAKeyIsRefusedToo() {
        JsonPath problem =
                problem(post("{'name': 'a', 'amount': 1, 'labels': {'\\u0000': 'x'}}"), 400, "invalid-value");

        assertThat(messages(problem)).containsExactly("has a key that must not contain the character U+0000");
    }

    @Test
    void aWholePairOfSurrogatesIsACharacter() {
        Response created =
                rep().body("{\"name\": \"\\ud83d\\ude00 åäö\", \"amount\": 1}").post("/api/v1/things");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.jsonPath().getString("name")).isEqualTo("😀 åäö");
        things.update("DELETE FROM thing WHERE name = ?", "😀 åäö");
    }

    @ParameterizedTest
    @MethodSource
    void malformedJsonIsLocated(String body, String position) {
        JsonPath problem = problem(post(body), 400, "malformed-json");

        assertThat(problem.getString("detail")).contains(position).doesNotContain("Source");
    }

    static List<Arguments> malformedJsonIsLocated() {
        return List.of(
                arguments("{'name': 'a',", "line 1, column 14"),
                arguments("{'name': 'a',\n\n  oops}", "line 3, column 3"),
                arguments("{'name': 'a', 'amount': 1} {}", "line 1, column 28"),
                arguments("{'name': 'a', 'name': 'b', 'amount': 1}", "line 1, column 21"),
                arguments("{'parts': [{'code': }]}", "line 1, column 21"),
                arguments("not json", "line 1, column 1"));
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        String nested = "{\"name\": \"a\", \"amount\": 1, \"words\": " + "[".repeat(5000) + "]".repeat(5000) + "}";

        assertThat(rep().body(nested).post("/api/v1/things").statusCode()).isEqualTo(400);
    }

    @Test
    void aBodyOfAnotherShapeIsRefused() {
        JsonPath problem = problem(post("[1, 2]"), 400, "invalid-value");

        assertThat(pointers(problem)).containsExactly("");
        assertThat(messages(problem)).containsExactly("must be an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "  "})
    void aMissingBodyIsNamed(String body) {
        problem(post(body), 400, "missing-body");
    }

    @Test
    void aCallWithoutAnyBodyIsNamedTheSame() {
        problem(rep().post("/api/v1/things"), 400, "missing-body");
    }

    @Test
    void aBodyDeclaredOptionalMayBeMissing() {
        assertThat(rep().post("/api/v1/things/optional").asString()).isEqualTo("none");
        assertThat(rep().body("{\"name\": \"a\", \"amount\": 1}")
                        .post("/api/v1/things/optional")
                        .asString())
                .isEqualTo("one");
    }

    @Test
    void everyInvalidFieldIsNamedAtOnce() {
        JsonPath problem = problem(
                post("{'name': ' ', 'amount': 101, 'email': 'x', 'parts': [{'code': 'a'}, {'code': ''}]}"),
                400,
                "invalid-request");

        assertThat(pointers(problem)).containsExactly("/amount", "/email", "/name", "/parts/1/code");
        assertThat(messages(problem))
                .containsExactly(
                        "must be at most 100", "must be an e-mail address", "must not be blank", "must not be blank");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "limit=many | invalid-request | ?limit  | must be a whole number between -2147483648 and 2147483647",
                "limit=0    | invalid-request | ?limit  | must be between 1 and 200",
                "limit=201  | invalid-request | ?limit  | must be between 1 and 200",
                "colour=BLUE| invalid-request | ?colour | must be one of RED, GREEN",
                "owner=me   | invalid-request | ?owner  | must be a UUID",
                "size=0     | invalid-request | ?size   | must be at least 1",
                "cursor=%00 | invalid-request | ?cursor | must not contain the character U+0000",
                "cursor=abc | invalid-cursor  | ?cursor | is no cursor of this list: pass page.nextCursor of the page before, or leave it out",
            })
    void aWrongQueryParameterIsNamed(String query, String code, String pointer, String message) {
        JsonPath problem = problem(rep().urlEncodingEnabled(false).get("/api/v1/things?" + query), 400, code);

        assertThat(pointers(problem)).containsExactly(pointer);
        assertThat(messages(problem)).containsExactly(message);
    }

    @Test
    void anIdThatIsNoUuidIsNotFoundAndSaysWhy() {
        JsonPath problem = problem(rep().get("/api/v1/things/17"), 404, "not-found");

        assertThat(pointers(problem)).containsExactly("{id}");
        assertThat(messages(problem)).containsExactly("must be a UUID");
    }

    @Test
    void anUnknownIdIsNotFound() {
        UUID id = UUID.randomUUID();

        assertThat(problem(rep().get("/api/v1/things/" + id), 404, "not-found").getString("detail"))
                .isEqualTo("There is no thing " + id + ".");
    }

    private Response post(String bodyWithSingleQuotes) {
        return rep().body(bodyWithSingleQuotes.replace('\'', '"')).post("/api/v1/things");
    }

    private String rows() {
        return things.column("SELECT (SELECT count(*) FROM thing) || '/' || (SELECT count(*) FROM idempotency_key)")
                .get(0);
    }
}
