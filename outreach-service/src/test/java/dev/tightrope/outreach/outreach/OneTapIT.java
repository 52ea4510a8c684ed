package dev.tightrope.outreach.outreach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.api.onetap.OneTap;
import dev.tightrope.api.onetap.OneTapTokens;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The links in the mail about an answer: opening one shows, its form says what the answer means. */
@QuarkusTest
class OneTapIT {
    @Inject
    Scene scene;

    @Inject
    OneTapTokens tokens;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");

    private record Answer(UUID outreach, UUID response) {}

    private Answer answer(String text) {
        return answer("Bo Berg", text);
    }

    private Answer answer(String from, String text) {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        String response = Scene.post(
                        rep,
                        "/outreaches/" + id + "/responses",
                        Map.of("channel", "PHONE", "from", Map.of("name", from), "text", text))
                .statusCode(201)
                .extract()
                .path("id");
        return new Answer(id, UUID.fromString(response));
    }

    private String link(User person, UUID response, Duration validFor) {
        return "/api/v1/one-tap/"
                + tokens.sign(new OneTap(
                                person.id(),
                                OneTap.Kind.RESPONSE,
                                response,
                                scene.now().plus(validFor)))
                        .orElseThrow();
    }

    private String link(Answer answer) {
        return link(rep, answer.response(), Duration.ofDays(1));
    }

    private static ValidatableResponse open(String link) {
        return given().get(link).then();
    }

    private static ValidatableResponse say(String link, Map<String, String> fields) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(link)
                .then();
    }

    private void expect(Answer answer, OutreachState state, String disposition) {
        Scene.get(rep, "/outreaches/" + answer.outreach()).body("state", equalTo(state.name()));
        Scene.get(rep, "/outreaches/" + answer.outreach() + "/responses")
                .body("data[0].disposition", disposition == null ? nullValue() : equalTo(disposition));
    }

    /** What a mail scanner does that follows every link. */
    @ParameterizedTest
    @ValueSource(strings = {"", "?meaning=INTERESTED", "?meaning=DECLINED", "?meaning=OPTED_OUT", "?meaning=%00x"})
    void openingOneChangesNothing(String query) {
        Answer answer = answer("We would like to hear more");

        open(link(answer) + query).statusCode(200);
        given().head(link(answer) + query).then().statusCode(200);

        expect(answer, OutreachState.RESPONDED, null);
    }

    @Test
    void thePageShowsWhatWasSaidAndProposesWhatItSeemsToMean() {
        Answer answer = answer("No thanks, we are not interested.");

        String page = open(link(answer))
                .statusCode(200)
                .contentType("text/html; charset=UTF-8")
                .extract()
                .asString();

        assertThat(page).contains("Bo Berg", "No thanks, we are not interested.", "It reads as: <strong>Declined");
        assertThat(page.indexOf("value=\"DECLINED\"")).isLessThan(page.indexOf("value=\"INTERESTED\""));
        assertThat(page.split("<details open>", -1)).hasSize(2);
    }

    @Test
    void theLinkChoosesWhatIsProposed() {
        Answer answer = answer("No thanks, we are not interested.");

        String page = open(link(answer) + "?meaning=LATER").extract().asString();

        assertThat(page.indexOf("value=\"LATER\"")).isLessThan(page.indexOf("value=\"DECLINED\""));
    }

    @Test
    void itsFormSaysWhatTheAnswerMeansOnceAndInTheNameOfThePerson() {
        Answer answer = answer("We would like to hear more");
        Map<String, String> interested =
                Map.of("meaning", "INTERESTED", "nextStep", "Visit them", "nextStepOn", Scene.inWeeks(2));

        say(link(answer), interested)
                .statusCode(200)
                .body(allOf(containsString("Recorded:"), containsString("Interested")));

        expect(answer, OutreachState.ENGAGED, "INTERESTED");
        Scene.get(rep, "/outreaches/" + answer.outreach()).body("nextStep.nextStep", equalTo("Visit them"));
        Scene.get(rep, "/outreaches/" + answer.outreach() + "/history?limit=200")
                .body("data[-1].actorName", equalTo("Rita Rep"));
        say(link(answer), Map.of("meaning", "DECLINED"))
                .statusCode(409)
                .body(allOf(containsString("said already"), containsString("Interested")));
        expect(answer, OutreachState.ENGAGED, "INTERESTED");
        open(link(answer))
                .statusCode(200)
                .body(allOf(
                        containsString("said already"),
                        containsString("Rita Rep"),
                        not(containsString("hear more")),
                        not(containsString("<form"))));
    }

    @Test
    void laterIsAMorningWhereTheRepWorks() {
        Answer answer = answer("Not now");
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE person SET zone = 'America/New_York', language = 'sv' WHERE id = :id")
                .bind("id", rep.id())
                .execute());

        say(link(answer), Map.of("meaning", "LATER", "until", Scene.inWeeks(6)))
                .statusCode(200)
                .body(allOf(containsString("lang=\"sv\""), containsString("Noterat:"), containsString("Senare")));

        expect(answer, OutreachState.AWAITING_RESPONSE, "LATER");
        String until =
                Scene.get(rep, "/outreaches/" + answer.outreach()).extract().path("wait.until");
        assertThat(until)
                .isEqualTo(LocalDate.parse(Scene.inWeeks(6))
                        .atStartOfDay(ZoneId.of("America/New_York"))
                        .toInstant()
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "2020-01-01", "9999-12-31"})
    void aDayThatCannotBeIsMarkedAndNothingIsStored(String day) {
        Answer answer = answer("Not now");

        ValidatableResponse page = say(link(answer), Map.of("meaning", "LATER", "until", day));

        assertThat(page.extract().statusCode()).isIn(400, 422);
        page.contentType("text/html; charset=UTF-8").body(containsString("Choose a day that is still to come"));
        expect(answer, OutreachState.RESPONDED, null);
    }

    @Test
    void aMissingStepIsMarkedAndWhatWasTypedIsKept() {
        Answer answer = answer("We would like to hear more");

        say(link(answer), Map.of("meaning", "INTERESTED", "nextStep", " ", "nextStepOn", "2031-05-06"))
                .statusCode(400)
                .body(allOf(containsString("Say in a few words"), containsString("2031-05-06")));
        say(link(answer), Map.of("meaning", "INTERESTED", "nextStep", "Visit \"them\"", "nextStepOn", ""))
                .statusCode(400)
                .body(allOf(containsString("Choose a day"), containsString("Visit &quot;them&quot;")));
        say(link(answer), Map.of("meaning", "SETTLED")).statusCode(400);
        say(link(answer), Map.of()).statusCode(400);
        expect(answer, OutreachState.RESPONDED, null);
    }

    @Test
    void whoHasItNowBecomesAContact() {
        Answer answer = answer("I gave it to Per");

        say(link(answer), Map.of("meaning", "PASSED_ON", "passedOnTo", "Per Lund"))
                .statusCode(200);

        expect(answer, OutreachState.AWAITING_RESPONSE, "PASSED_ON");
        Scene.get(rep, "/contacts?name=Lund").body("data.name", hasItem("Per Lund"));
    }

    @Test
    void aWishNotToBeContactedIsHonoured() {
        Answer answer = answer("Please never contact us again");

        say(link(answer), Map.of("meaning", "OPTED_OUT", "wholeCompany", "true"))
                .statusCode(200);

        Scene.get(rep, "/outreaches/" + answer.outreach())
                .body("state", equalTo("CLOSED"))
                .body("outcome", equalTo("OPTED_OUT"));
    }

    @Test
    void anExpiredOneShowsAndDoesNothing() {
        Answer answer = answer("We would like to hear more");
        String link = link(rep, answer.response(), Duration.ofSeconds(-5));

        open(link).statusCode(410).body(allOf(containsString("expired"), not(containsString("hear more"))));
        say(link, Map.of("meaning", "DECLINED")).statusCode(410);
        expect(answer, OutreachState.RESPONDED, null);
    }

    @Test
    void aForgedOneShowsAndDoesNothing() {
        Answer answer = answer("We would like to hear more");
        String link = link(answer);
        String forged = link.substring(0, link.length() - 4) + "AAAA";

        open(forged).statusCode(404).body(not(containsString("hear more")));
        say(forged, Map.of("meaning", "DECLINED")).statusCode(404);
        open("/api/v1/one-tap/x").statusCode(404).contentType("text/html; charset=UTF-8");
        expect(answer, OutreachState.RESPONDED, null);
    }

    @Test
    void aLinkOfSomebodyWhoseOutreachItIsNotShowsAndDoesNothing() {
        Answer answer = answer("We would like to hear more");
        User other = User.rep("Otto Other");
        other.calls().get("/api/v1/me").then().statusCode(200);
        String link = link(other, answer.response(), Duration.ofDays(1));

        open(link).statusCode(404).body(allOf(containsString("not yours"), not(containsString("hear more"))));
        say(link, Map.of("meaning", "DECLINED")).statusCode(404);
        open(link(User.rep("Never Seen"), answer.response(), Duration.ofDays(1)))
                .statusCode(404);
        open(link(rep, UUID.randomUUID(), Duration.ofDays(1))).statusCode(404);
        expect(answer, OutreachState.RESPONDED, null);
    }

    /** Neither kind of token passes for the other. */
    @Test
    void itsTokenOpensNothingElseAndAnAccessTokenOpensNoLink() {
        Answer answer = answer("We would like to hear more");
        String token = link(answer).substring("/api/v1/one-tap/".length());

        given().header("Authorization", "Bearer " + token)
                .get("/api/v1/outreaches/" + answer.outreach())
                .then()
                .statusCode(401);
        open("/api/v1/one-tap/" + rep.token()).statusCode(404);
    }

    @Test
    void whatStrangersWroteIsShownAndNotRun() {
        Answer answer = answer("<script>alert(1)</script>", "Hello </blockquote><img src=x onerror=alert(2)>");

        String page = open(link(answer)).statusCode(200).extract().asString();

        assertThat(page)
                .contains("&lt;script&gt;", "&lt;/blockquote&gt;&lt;img src")
                .doesNotContain("<script", "<img");
    }

    @Test
    void thePageIsGuarded() {
        open(link(answer("Yes")))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "same-origin")
                .header("Cache-Control", "no-store");
    }
}
