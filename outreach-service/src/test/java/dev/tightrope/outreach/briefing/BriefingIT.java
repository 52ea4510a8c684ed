package dev.tightrope.outreach.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.events.HomeworkChanged;
import dev.tightrope.events.HomeworkCompleted;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The briefing of an outreach whose mail was passed on and answered. */
@QuarkusTest
class BriefingIT {
    private static final String SCRIPT = "<script>alert(1)</script>";

    @Inject
    @Any
    Instance<EventHandler<?>> handlers;

    private RunningOutreach outreach;
    private String inboundMessage = "";

    @BeforeEach
    void aMailPassedOnAndAnswered() {
        outreach = RunningOutreach.voicemailLeft();
        handle(new HomeworkCompleted(
                outreach.view().ref(),
                "They drive out twice.",
                Instant.now(),
                "KAH-rin",
                List.of("https://pulp.example/"),
                "A benchmark",
                null));
        outreach.event(outreach.release());
        await().atMost(Duration.ofSeconds(60)).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        inboundMessage = post("Call me on Thursday. " + SCRIPT);
    }

    @Test
    void tellsWhoKnowsWhatSinceWhenAndFromWhom() {
        JsonPath briefing = briefing();
        assertThat(briefing.getList("people.name", String.class))
                .containsExactly("Karin Berg", "Mia <b>Lund", "Per Dahl");
        assertThat(briefing.getList("people.heardFrom", String.class))
                .containsExactly("Rolf Rep", "Karin Berg", "Karin Berg");
        assertThat(briefing.getString("people[0].since")).isNotNull();
        assertThat(briefing.getString("people[0].sinceAsWritten")).isNull();
        assertThat(briefing.getList("people[0].proof")).isEmpty();
        for (int person : new int[] {1, 2}) {
            assertThat(briefing.getString("people[" + person + "].sinceAsWritten"))
                    .as("no zone, so it stays as the header has it")
                    .isEqualTo("Monday, November 2, 2026 8:01 AM");
            assertThat(briefing.getList("people[" + person + "].proof", String.class))
                    .containsExactly(inboundMessage);
        }
        assertThat(page("en").select("td").eachText()).contains("“Monday, November 2, 2026 8:01 AM”");
        assertThat(briefing.getString("people[0].phone")).isEqualTo(outreach.phone());
        assertThat(briefing.getList("people[1].did", String.class)).containsExactly("RECEIVED", "ANSWERED");
        assertThat(briefing.getString("answers[0].text")).startsWith("Call me on Thursday.");
        assertThat(briefing.getString("stories[0].competitor")).isEqualTo("Nordström Kyl AB");
        assertThat(briefing.getBoolean("stories[0].mayBeNamed")).isTrue();
        assertThat(briefing.getString("homework.pain")).isEqualTo("They drive out twice.");
        assertThat(briefing.getList("timeline.state", String.class)).contains("AWAITING_RESPONSE", "RESPONDED");
    }

    @Test
    void takesWhatTheHomeworkSaysLast() {
        handle(new HomeworkChanged(
                outreach.view().ref(), "They drive out thrice.", null, List.of(), "A visit", Instant.now(), null));
        JsonPath briefing = briefing();
        assertThat(briefing.getString("homework.pain")).isEqualTo("They drive out thrice.");
        assertThat(briefing.getList("homework.lookedUp")).isEmpty();
    }

    @Test
    void saysDoNotNameOnceThePermissionHasEnded() {
        outreach.rep()
                .sends(Map.of("reason", "They asked us to."))
                .post("/api/v1/success-stories/" + outreach.storyId() + "/permission-withdrawal")
                .then()
                .statusCode(200);

        assertThat(briefing().getBoolean("stories[0].mayBeNamed")).isFalse();
        assertThat(page("en").select(".do-not").text()).isEqualTo("Do NOT name: Nordström Kyl AB");
        assertThat(page("en").select(".name-it")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, May be named, Who knows what",
        "sv, Får nämnas, Vem vet vad",
        "de-AT, Darf genannt werden, Wer weiß was",
        "fr, Peut être nommé, Qui sait quoi",
        "es, Se puede nombrar, Quién sabe qué",
        "fi, May be named, Who knows what"
    })
    void isAPageInTheReadersLanguage(String language, String named, String who) {
        Document page = page(language);
        assertThat(page.select(".name-it").text()).startsWith(named);
        assertThat(page.select("h2").eachText()).anyMatch(title -> title.startsWith(who));
        assertThat(page.select("script")).isEmpty();
        assertThat(page.select("td b")).isEmpty();
        assertThat(page.select("blockquote").text()).contains(SCRIPT);
    }

    @Test
    void thePageRunsNothingAndIsNotKept() {
        outreach.rep()
                .calls()
                .accept("text/html")
                .get(path())
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Cache-Control", "no-store");
    }

    @Test
    void beforeTheCallItTellsWhatThereIs() {
        RunningOutreach early = RunningOutreach.opened();
        JsonPath briefing = early.rep()
                .calls()
                .get("/api/v1/outreaches/" + early.id() + "/briefing")
                .then()
                .statusCode(200)
                .body("homework", nullValue())
                .extract()
                .jsonPath();
        assertThat(briefing.getList("people.name", String.class)).containsExactly("Karin Berg");
        assertThat(briefing.getList("hops")).isEmpty();
    }

    @Test
    void isNobodyElses() {
        User.rep("Stranger").calls().get(path()).then().statusCode(404);
        User.rep("Stranger").calls().accept("text/html").get(path()).then().statusCode(404);
    }

    private Document page(String language) {
        Response me = outreach.rep().calls().get("/api/v1/me");
        outreach.rep()
                .sends(Map.of(
                        "name",
                        "Rolf Rep",
                        "email",
                        outreach.rep().email(),
                        "zone",
                        "Europe/Vienna",
                        "language",
                        language))
                .header("If-Match", me.header("ETag"))
                .put("/api/v1/me")
                .then()
                .statusCode(200);
        String html = outreach.rep()
                .calls()
                .accept("text/html")
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        keep(html, language);
        return Jsoup.parse(html);
    }

    /** To be looked at. */
    private static void keep(String html, String language) {
        try {
            Files.writeString(
                    Files.createDirectories(Path.of("target/briefing")).resolve(language + ".html"), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonPath briefing() {
        return outreach.rep()
                .calls()
                .get(path())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private String path() {
        return "/api/v1/outreaches/" + outreach.id() + "/briefing";
    }

    @SuppressWarnings("unchecked")
    private <E extends TightropeEvent> void handle(E event) {
        for (EventHandler<?> handler : handlers) {
            if (handler.eventClass() == event.getClass()) {
                QuarkusTransaction.requiringNew()
                        .run(() -> ((EventHandler<E>) handler)
                                .handle(new Received<>(
                                        UUID.randomUUID(), Instant.now(), "voicemail-service", 1, event)));
            }
        }
    }

    private String post(String text) {
        String domain = outreach.executiveAddress().replaceFirst(".*@", "");
        String executive = "Karin Berg <" + outreach.executiveAddress() + ">";
        String mia = "\"Mia <b>Lund\" <mia.lund@" + domain + ">";
        String messageId = SharedParts.mail()
                .acceptedFor(outreach.executiveAddress())
                .get(0)
                .messageId();
        String message = "From: " + mia + "\nTo: Rolf Rep <" + outreach.rep().email()
                + ">\nSubject: RE: Nordstrom\nDate: Tue, 3 Nov 2026 10:15:00 +0100\nMessage-ID: <"
                + UUID.randomUUID() + "@x.example>\nReferences: " + messageId
                + "\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n\n"
                + "-----Original Message-----\nFrom: " + executive + "\nSent: Monday, November 2, 2026 8:01 AM\nTo: "
                + mia
                + "\nCc: Per Dahl <per.dahl@" + domain + ">\nSubject: FW: Nordstrom\n\nHave a look.\n\n"
                + "-----Original Message-----\nFrom: Rolf Rep <"
                + outreach.rep().email()
                + ">\nSent: Monday, November 2, 2026 8:00 AM\nTo: " + executive
                + "\nSubject: Nordstrom\n\nDear Karin,\n";
        return User.admin("Provider Hook")
                .calls()
                .contentType("message/rfc822")
                .body(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
