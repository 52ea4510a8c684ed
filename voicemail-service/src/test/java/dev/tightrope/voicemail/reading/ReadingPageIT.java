package dev.tightrope.voicemail.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.events.CompanyHeld;
import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.events.SuggestionSettled;
import dev.tightrope.events.SuppressionAdded;
import dev.tightrope.events.SuppressionKind;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReadingPageIT {
    private static final String MARKUP = "<script>alert(1)</script>";

    @Inject
    OutreachServiceStandIn outreachService;

    private final User rep = User.rep("Anna Berg");
    private StagedOutreach outreach;

    @BeforeEach
    void aScript() {
        outreach = StagedOutreach.prepared(outreachService, rep, null);
    }

    @Test
    void onPaperStandsEverythingAboutTheCall() {
        outreach.becomesReadyToCall();

        Document page = page("PRINT");

        assertThat(page.text())
                .contains(
                        "Sture Lindqvist",
                        "CEO · Pulp & Paper AB",
                        "STOO-reh LIND-kvist",
                        "I call from a quiet place.",
                        "A benchmark of stand-stills in pulp mills",
                        "https://pulp.example/annual-report",
                        "+46 70 123 45 67",
                        "sture.lindqvist@pulp.example",
                        "How Kärnvärme stopped unplanned stand-stills",
                        "this is what we did at Kärnvärme.",
                        "If they answer themselves",
                        "“Send it to my assistant”",
                        "record REFERRED");
        assertThat(page.select(".stop")).isEmpty();
        assertThat(page.select("#script p").eachText())
                .hasSizeGreaterThan(5)
                .last()
                .asString()
                .contains("e-mail");
    }

    @Test
    void inLargeTypeStandWhatToSayAndTheNumberOnly() {
        outreach.becomesReadyToCall();

        Document page = page("LARGE");

        assertThat(page.select("details").text()).contains("If they answer themselves", "record MEETING_AGREED");
        assertThat(page.select("body > div[lang=en] p").eachText())
                .isEqualTo(page("PRINT").select("#script p").eachText());
        assertThat(page.select(".number").text()).isEqualTo("+46 70 123 45 67");
        assertThat(page.text()).contains("STOO-reh LIND-kvist").doesNotContain("sture.lindqvist@pulp.example");
    }

    @ParameterizedTest
    @CsvSource({"PRINT", "LARGE"})
    void whatIsNotApprovedSaysSo(String view) {
        assertThat(page(view).select(".stop").text()).contains("must not be read out yet");
    }

    @ParameterizedTest
    @CsvSource({"PRINT", "LARGE"})
    void whatMustNotBeReadOutAnyMoreSaysSo(String view) {
        outreach.becomesReadyToCall();
        assertThat(page(view).select(".stop")).isEmpty();

        outreach.moves("CLOSED");
        assertThat(page(view).select(".stop").text()).isEqualTo("There is no call to make at present.");

        outreachService.tells(new StoryPermissionEnded(outreach.ref(), UUID.randomUUID(), "Kärnvärme", Instant.EPOCH));
        assertThat(page(view).select(".stop").text()).contains("may not be named any more");
    }

    @Test
    void aCallThatMustNotBeMadeSaysSo() {
        String stop = "This call must not be made now; the call list says why.";
        outreach.becomesReadyToCall();
        UUID suggestion = UUID.randomUUID();
        outreachService.tells(new SuggestionOpened(
                outreach.ref(),
                suggestion,
                UUID.randomUUID(),
                "Per Lund",
                "per@x.example",
                "A question",
                "Hello",
                "held-company",
                Instant.EPOCH));
        assertThat(page("LARGE").select(".stop").text()).isEqualTo(stop);
        outreachService.tells(
                new SuggestionSettled(outreach.ref(), suggestion, "REJECTED", UUID.randomUUID(), Instant.EPOCH));
        assertThat(page("LARGE").select(".stop")).isEmpty();

        UUID hold = UUID.randomUUID();
        outreachService.tells(held(hold, "Eva Dal"));
        assertThat(page("LARGE").select(".stop").text()).isEqualTo(stop);
        outreachService.tells(held(hold, null));
        assertThat(page("LARGE").select(".stop")).isEmpty();

        outreachService.tells(
                new SuppressionAdded(UUID.randomUUID(), SuppressionKind.PHONE, outreach.phone(), "Opted out"));
        assertThat(page("PRINT").select(".stop").text()).isEqualTo(stop);
    }

    private CompanyHeld held(UUID hold, @Nullable String contestedBy) {
        return new CompanyHeld(
                hold, outreach.id(), rep.id(), rep.name(), "Pulp & Paper", List.of("pulp.example"), contestedBy);
    }

    @Test
    void anOpenEmailIsSaidToGoNowhere() {
        outreach.emailReopened();

        Document page = page("PRINT");
        assertThat(page.select(".stop").text()).contains("nothing would go after the call");
        assertThat(page.text()).doesNotContain("If they answer themselves");
    }

    @ParameterizedTest
    @CsvSource({"PRINT", "LARGE"})
    void whatSomebodyTypedStaysText(String view) {
        outreach.saveHomework(Map.of("namePronunciation", MARKUP, "pain", MARKUP, "giveFirst", MARKUP));
        outreach.editScript("Hello, Sture. " + MARKUP + " This is Anna Berg.")
                .then()
                .statusCode(200);

        Document page = page(view);

        assertThat(page.select("script")).isEmpty();
        assertThat(page.text()).contains("Hello, Sture. " + MARKUP + " This is Anna Berg.");
        assertThat(page.select("p").eachText()).as("a breath each").contains("Hello, Sture.");
    }

    @ParameterizedTest
    @CsvSource({
        "en, Say the name",
        "de, So wird der Name gesprochen",
        "sv, Så uttalas namnet",
        "fr, Prononciation du nom",
        "es, Así se pronuncia el nombre",
        "fi, Say the name"
    })
    void headingsAreInTheReadersLanguage(String language, String heading) {
        outreachService.knows(rep, null, language);
        outreach.saveHomework(StagedOutreach.completeHomework());

        for (ReadingView view : ReadingView.values()) {
            Document page = page(view.name());
            assertThat(page.text()).contains(heading);
            assertThat(page.select("[lang=en]")).isNotEmpty();
        }
    }

    @Test
    void nothingOfItIsKeptRunOrLoaded() {
        Response page = asked(rep, "LARGE");
        page.then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        assertThat(Jsoup.parse(page.asString()).select("[src], link, script, form"))
                .isEmpty();
    }

    @Test
    void aStrangerAndAWrongViewAreRefused() {
        asked(User.rep("Bo Ek"), "PRINT").then().statusCode(404);
        asked(rep, "HUGE").then().statusCode(400).body("errors[0].pointer", equalTo("?view"));
        for (UUID id : List.of(
                UUID.randomUUID(),
                StagedOutreach.opened(outreachService, rep, null).id())) {
            asked(rep, id, "PRINT").then().statusCode(404).contentType("application/problem+json");
        }
    }

    private Document page(String view) {
        return Jsoup.parse(asked(rep, view).then().statusCode(200).extract().asString());
    }

    private Response asked(User who, String view) {
        return asked(who, outreach.id(), view);
    }

    private static Response asked(User who, UUID id, String view) {
        return who.calls().accept("text/html").get("/api/v1/scripts/" + id + "/page?view=" + view);
    }
}
