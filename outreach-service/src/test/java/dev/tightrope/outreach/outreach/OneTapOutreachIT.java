package dev.tightrope.outreach.outreach;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.tightrope.api.onetap.OneTap;
import dev.tightrope.api.onetap.OneTapTokens;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The links in reminders: opening one shows where the outreach stands, its forms do what the API does, once. */
@QuarkusTest
class OneTapOutreachIT {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    @Inject
    Scene scene;

    @Inject
    InState inState;

    @Inject
    OneTapTokens tokens;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");
    private Stage stage;

    private UUID due() {
        stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        scene.followUpDue(id);
        return id;
    }

    private String link(User person, UUID outreach, Duration validFor) {
        return "/api/v1/one-tap/"
                + tokens.sign(new OneTap(
                                person.id(),
                                OneTap.Kind.OUTREACH,
                                outreach,
                                scene.now().plus(validFor)))
                        .orElseThrow();
    }

    private String link(UUID outreach) {
        return link(rep, outreach, Duration.ofDays(1));
    }

    private static ValidatableResponse open(String link) {
        return given().get(link).then();
    }

    private static String page(String link) {
        return open(link).statusCode(200).extract().asString();
    }

    private static Map<String, String> form(String page, String act, String... more) {
        Matcher version = VERSION.matcher(page);
        assertThat(version.find()).as(page).isTrue();
        Map<String, String> fields = new HashMap<>(Map.of("act", act, "version", version.group(1)));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private static ValidatableResponse send(String link, Map<String, String> fields) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(fields)
                .post(link)
                .then();
    }

    private void expect(UUID id, OutreachState state) {
        Scene.get(rep, "/outreaches/" + id).body("state", equalTo(state.name()));
    }

    private List<String> history(UUID id) {
        return Scene.get(rep, "/outreaches/" + id + "/history?limit=200")
                .extract()
                .path("data.trigger");
    }

    /** Everything a scanner may do to every link of a mail. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "?act=EXTEND", "?act=CALL_AGAIN", "?act=ANSWERED", "?act=NEXT_STEP", "?act=CLOSE", "?act=x"})
    void openingOneChangesNothing(String query) {
        UUID id = due();
        long version = scene.view(id).version();
        List<String> history = history(id);
        List<String> published = scene.published(id);

        for (int round = 0; round < 2; round++) {
            given().header("Sec-Purpose", "prefetch")
                    .get(link(id) + query)
                    .then()
                    .statusCode(200);
            given().head(link(id) + query).then().statusCode(200);
        }

        assertThat(scene.view(id).version()).isEqualTo(version);
        assertThat(history(id)).isEqualTo(history);
        assertThat(scene.published(id)).isEqualTo(published);
    }

    @Test
    void thePageShowsWhereItStandsAndWhatCanBeDone() {
        UUID id = due();

        String page = page(link(id) + "?act=CALL_AGAIN");

        assertThat(page)
                .contains("Eva Ek", "The wait is over, and nobody has answered.", "The same as before: Rival")
                .contains("value=\"EXTEND\"", "value=\"ANSWERED\"", "value=\"CLOSE\"")
                .doesNotContain("value=\"NEXT_STEP\"", "Outreach of");
        assertThat(page.indexOf("value=\"CALL_AGAIN\"")).isLessThan(page.indexOf("value=\"EXTEND\""));
        assertThat(page.split("<details open>", -1)).hasSize(2);
    }

    @Test
    void theWaitIsExtendedOnceHoweverOftenTheFormIsSent() {
        UUID id = due();
        Map<String, String> twoWeeks = form(page(link(id)), "EXTEND", "length", "P14D");

        send(link(id), twoWeeks)
                .statusCode(200)
                .body(allOf(containsString("The wait was extended."), not(containsString("<form"))));
        String until = Scene.get(rep, "/outreaches/" + id).extract().path("wait.until");
        send(link(id), twoWeeks)
                .statusCode(409)
                .body(allOf(containsString("out of date"), containsString("Waiting for an answer until")));

        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("AWAITING_RESPONSE"))
                .body("wait.number", equalTo(2))
                .body("wait.until", equalTo(until));
        Scene.get(rep, "/outreaches/" + id + "/history?limit=200").body("data[-1].actorName", equalTo("Rita Rep"));
        assertThat(history(id)).filteredOn("WAIT_EXTENDED"::equals).hasSize(1);
    }

    @Test
    void twoTapsInTheSameMomentActOnce() throws Exception {
        UUID id = due();
        Map<String, String> answered =
                form(page(link(id)), "ANSWERED", "channel", "PHONE", "from", "Bo Berg", "text", "Call me");
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> tap = () -> send(link(id), answered).extract().statusCode();
            List<Integer> statuses = pool.invokeAll(List.of(tap, tap, tap, tap)).stream()
                    .map(OneTapOutreachIT::result)
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409, 409);
        } finally {
            pool.shutdownNow();
        }
        Scene.get(rep, "/outreaches/" + id + "/responses").body("data", hasSize(1));
    }

    private static Integer result(Future<Integer> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theSilenceOfAnExtensionEndsWithTheBeginningOfTheDayWhereThePersonWorks() {
        UUID id = due();
        profile("America/New_York", "en");

        send(link(id), form(page(link(id)), "EXTEND", "length", "P7D", "until", Scene.inWeeks(5)))
                .statusCode(200);

        Scene.get(rep, "/outreaches/" + id)
                .body(
                        "wait.until",
                        equalTo(LocalDate.parse(Scene.inWeeks(5))
                                .atStartOfDay(ZoneId.of("America/New_York"))
                                .toInstant()
                                .toString()));
    }

    @Test
    void weeksMoreAreAddedToTheWaitThatIsStillRunning() {
        UUID id = due();
        profile("Europe/Stockholm", "en");
        send(link(id), form(page(link(id)), "EXTEND", "until", Scene.inWeeks(3)))
                .statusCode(200);

        send(link(id), form(page(link(id)), "EXTEND", "length", "P7D")).statusCode(200);

        String until = Scene.get(rep, "/outreaches/" + id).extract().path("wait.until");
        assertThat(until)
                .isEqualTo(LocalDate.parse(Scene.inWeeks(4))
                        .atStartOfDay(ZoneId.of("Europe/Stockholm"))
                        .toInstant()
                        .toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01", "9999-12-31", "tomorrow"})
    void aDayThatCannotBeIsMarkedAndWhatWasTypedIsKept(String day) {
        UUID id = due();

        ValidatableResponse page = send(link(id), form(page(link(id)), "EXTEND", "until", day));

        assertThat(page.extract().statusCode()).isIn(400, 422);
        page.body(allOf(containsString("Choose a day within a year"), containsString("value=\"" + day + "\"")));
        expect(id, OutreachState.FOLLOW_UP_DUE);
    }

    @Test
    void aNewRoundTellsTheSameOrAnotherStory() {
        UUID id = due();
        UUID other = scene.story("Other Rival");
        String page = page(link(id));
        assertThat(page).contains("value=\"" + other + "\"", "Other Rival (CRM)");

        send(link(id), form(page, "CALL_AGAIN", "storyId", other.toString())).statusCode(200);

        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("PREPARING_EMAIL"))
                .body("round", equalTo(2))
                .body("storyId", equalTo(other.toString()));
    }

    @Test
    void aStoryThatMayNotBeToldThereIsNeitherOfferedNorTaken() {
        UUID id = due();
        UUID aboutThem = scene.story("Prospect " + stage.domain().replaceAll("\\D", ""));
        String page = page(link(id));
        assertThat(page).doesNotContain(aboutThem.toString());

        send(link(id), form(page, "CALL_AGAIN", "storyId", aboutThem.toString()))
                .statusCode(422)
                .body(containsString("cannot be told there"));

        expect(id, OutreachState.FOLLOW_UP_DUE);
    }

    @Test
    void anAnswerIsRecordedAndItsMeaningIsOneTapAway() {
        UUID id = due();

        String page = send(
                        link(id),
                        form(
                                page(link(id)),
                                "ANSWERED",
                                "channel",
                                "IN_PERSON",
                                "from",
                                "Bo Berg",
                                "role",
                                "Sales manager",
                                "text",
                                "Met at the fair"))
                .statusCode(200)
                .body(containsString("The answer was recorded."))
                .extract()
                .asString();

        expect(id, OutreachState.RESPONDED);
        Scene.get(rep, "/outreaches/" + id + "/responses")
                .body("data[0].fromName", equalTo("Bo Berg"))
                .body("data[0].fromRole", equalTo("Sales manager"))
                .body("data[0].channel", equalTo("IN_PERSON"));
        Matcher meaning = Pattern.compile("class=\"next\" href=\"([^\"]+)\"").matcher(page);
        assertThat(meaning.find()).isTrue();
        open("/api/v1/one-tap/" + meaning.group(1)).statusCode(200).body(containsString("Met at the fair"));
    }

    @Test
    void anAnswerOfNobodyOrWithoutWordsIsRefusedNamingTheField() {
        UUID id = due();
        String page = page(link(id));

        send(link(id), form(page, "ANSWERED", "channel", "PHONE", "from", " ", "text", "Hi"))
                .statusCode(400)
                .body(containsString("A name of at most"));
        send(link(id), form(page, "ANSWERED", "channel", "PHONE", "from", "Bo \"B\" Berg", "text", ""))
                .statusCode(400)
                .body(allOf(containsString("Say what they said"), containsString("Bo &quot;B&quot; Berg")));
        expect(id, OutreachState.FOLLOW_UP_DUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_RESPONSE", "CANCELLED"})
    void itIsClosed(String outcome) {
        UUID id = due();

        send(link(id), form(page(link(id)), "CLOSE", "outcome", outcome, "reason", "Leads nowhere"))
                .statusCode(200)
                .body(containsString("It was closed."));

        Scene.get(rep, "/outreaches/" + id).body("state", equalTo("CLOSED")).body("outcome", equalTo(outcome));
        open(link(id)).statusCode(200).body(containsString("Closed:"));
    }

    @Test
    void theNextStepIsPlannedAndTheDealIsWon() {
        UUID id = scene.opened(rep, scene.stage());
        inState.bring(rep, id, OutreachState.ENGAGED);

        send(link(id), form(page(link(id)), "NEXT_STEP", "nextStep", "Visit them", "on", "2020-01-01"))
                .statusCode(422)
                .body(containsString("Choose a day that is still to come"));
        send(link(id), form(page(link(id)), "NEXT_STEP", "nextStep", "Visit them", "on", Scene.inWeeks(2)))
                .statusCode(200)
                .body(containsString("Next step: Visit them"));
        send(link(id), form(page(link(id)), "CLOSE", "outcome", "WON")).statusCode(200);

        Scene.get(rep, "/outreaches/" + id).body("outcome", equalTo("WON"));
    }

    /** The same rules as the API: what it refuses is neither offered nor done. */
    @ParameterizedTest
    @EnumSource(value = OutreachState.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
    void inEveryStateThePageOffersWhatTheApiAllows(OutreachState state) {
        UUID id = scene.opened(rep, scene.stage());
        inState.bring(rep, id, state);
        List<String> possible =
                Scene.get(rep, "/outreaches/" + id).extract().path("next.commands.findAll { it.possible }.command");

        String page = page(link(id));

        assertThat(page.contains("value=\"EXTEND\"")).isEqualTo(possible.contains("wait-extension"));
        assertThat(page.contains("value=\"CALL_AGAIN\"")).isEqualTo(possible.contains("round"));
        assertThat(page.contains("value=\"ANSWERED\"")).isEqualTo(possible.contains("response"));
        assertThat(page.contains("value=\"NEXT_STEP\"")).isEqualTo(possible.contains("next-step"));
        assertThat(page.contains("value=\"CLOSE\"")).isEqualTo(possible.contains("cancellation"));
        assertThat(page.contains("value=\"NO_RESPONSE\"")).isEqualTo(possible.contains("closure-as-no-response"));
    }

    @Test
    void whatIsNotPossibleIsSaidAndNotDone() {
        UUID id = scene.waiting(rep, scene.stage());

        open(link(id) + "?act=CALL_AGAIN").statusCode(200).body(containsString("not possible now"));
        Map<String, String> again = form(
                page(link(id)),
                "CALL_AGAIN",
                "storyId",
                scene.view(id).storyId().toString());
        send(link(id), again).statusCode(409).body(containsString("not possible now"));

        expect(id, OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void aPageThatIsOutOfDateSaysWhatIsTheCaseNow() {
        UUID id = due();
        Map<String, String> close = form(page(link(id)), "CLOSE", "outcome", "NO_RESPONSE");
        Scene.post(rep, "/outreaches/" + id + "/wait-extension", Map.of("length", "P7D"))
                .statusCode(200);

        send(link(id), close)
                .statusCode(409)
                .body(allOf(containsString("out of date"), containsString("Waiting for an answer until")));
        close.put("version", "x");
        send(link(id), close).statusCode(409);
        close.remove("version");
        send(link(id), close).statusCode(409);

        expect(id, OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void theManagerOfTheTeamActsInTheirOwnName() {
        UUID id = due();
        User manager = User.manager("Mona Manager");
        String link = link(manager, id, Duration.ofDays(1));
        manager.calls().get("/api/v1/me").then().statusCode(200);
        open(link).statusCode(404).body(containsString("not yours"));
        scene.teamOf(manager, rep);
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE outreach SET team_id = (SELECT team_id FROM person WHERE id = :rep) WHERE id = :id")
                .bind("rep", rep.id())
                .bind("id", id)
                .execute());

        String page = page(link);
        assertThat(page).contains("Outreach of", "Rita Rep");
        send(link, form(page, "EXTEND", "length", "P7D")).statusCode(200);

        Scene.get(rep, "/outreaches/" + id + "/history?limit=200").body("data[-1].actorName", equalTo("Mona Manager"));
    }

    @Test
    void aLinkOfSomebodyElseAnExpiredAndAForgedOneShowAndDoNothing() {
        UUID id = due();
        Map<String, String> close = form(page(link(id)), "CLOSE", "outcome", "CANCELLED");
        User other = User.rep("Otto Other");
        other.calls().get("/api/v1/me").then().statusCode(200);
        String link = link(id);
        Map<String, Integer> links = Map.of(
                link(other, id, Duration.ofDays(1)),
                404,
                link(rep, id, Duration.ofSeconds(-5)),
                410,
                link.substring(0, link.length() - 4) + "AAAA",
                404,
                link(UUID.randomUUID()),
                404);

        links.forEach((each, status) -> {
            open(each).statusCode(status).body(not(containsString("Eva Ek")));
            send(each, close).statusCode(status);
        });

        expect(id, OutreachState.FOLLOW_UP_DUE);
    }

    /** A link to an outreach says nothing of a response with the same id, nor the other way round. */
    @Test
    void aLinkIsForOneKindOfThing() {
        UUID id = due();
        String asResponse = "/api/v1/one-tap/"
                + tokens.sign(new OneTap(
                                rep.id(), OneTap.Kind.RESPONSE, id, scene.now().plus(Duration.ofDays(1))))
                        .orElseThrow();

        open(asResponse).statusCode(404);
    }

    /** Kept beside the test's classes, to be looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "sv", "de", "fr", "es"})
    void itIsInTheLanguageOfThePerson(String language) throws Exception {
        UUID id = due();
        profile("Europe/Stockholm", language);
        Path pages = Files.createDirectories(Path.of("target/one-tap-pages"));

        for (String act : List.of("CALL_AGAIN", "EXTEND", "ANSWERED", "CLOSE")) {
            String page = page(link(id) + "?act=" + act);
            assertThat(page).contains("lang=\"" + language + "\"");
            Files.writeString(pages.resolve(act.toLowerCase(Locale.ROOT) + "." + language + ".html"), page);
        }
        String done = send(link(id), form(page(link(id)), "EXTEND", "length", "P14D"))
                .statusCode(200)
                .extract()
                .asString();
        Files.writeString(pages.resolve("done." + language + ".html"), done);
    }

    private void profile(String zone, String language) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE person SET zone = :zone, language = :language WHERE id = :id")
                        .bind("zone", zone)
                        .bind("language", language)
                        .bind("id", rep.id())
                        .execute());
    }
}
