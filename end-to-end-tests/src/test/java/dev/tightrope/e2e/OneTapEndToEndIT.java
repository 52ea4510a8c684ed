package dev.tightrope.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.embedded.AcceptedMail;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The mail about an answer shows their words and the way our mail took, and takes the rep's word with one tap; a reminder
 * takes what is to be done.
 */
class OneTapEndToEndIT {
    private static final Pattern LINK = Pattern.compile("http://[^\"\\s<>]*");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    private final Scene scene = Scene.create();

    @Test
    void a_scanner_that_follows_every_link_changes_nothing_and_one_confirmed_tap_engages() throws Exception {
        String id = scene.delivered(Scene.LONG);
        scene.reply("lars.holm", "The CEO passed this on to me. We would like to hear more.");
        scene.steps.awaitState(id, "RESPONDED");
        AcceptedMail notice = scene.awaitNotices(1).get(0);

        assertThat(notice.text())
                .contains("> The CEO passed this on to me. We would like to hear more.")
                .containsPattern("Erik Ahlgren \\(CEO\\) → Lars Holm");
        List<String> links = links(notice.html().replace("&amp;", "&"));
        List<String> taps =
                links.stream().filter(link -> link.contains("/one-tap/")).toList();
        assertThat(taps).as("the six meanings").hasSize(6);
        for (String link : links) {
            assertThat(get(link).statusCode()).as("opening %s", link).isEqualTo(200);
        }
        assertThat(scene.steps.state(id)).isEqualTo("RESPONDED");

        String interested = taps.get(0);
        assertThat(interested).as("what is suggested comes first").endsWith("?meaning=INTERESTED");
        assertThat(get(interested).body()).contains("We would like to hear more.");
        HttpResponse<String> said = post(
                interested,
                "meaning=INTERESTED&nextStep=" + URLEncoder.encode("Ring up Lars", UTF_8) + "&nextStepOn="
                        + LocalDate.now(ZoneOffset.UTC).plusDays(3));

        assertThat(said.statusCode()).isEqualTo(200);
        scene.steps.awaitState(id, "ENGAGED");
        assertThat(get(interested).body()).doesNotContain("<form").doesNotContain("hear more");
    }

    @Test
    void a_scanner_changes_nothing_by_the_links_of_a_reminder_and_a_confirmed_tap_extends_the_wait_once()
            throws Exception {
        String id = scene.delivered("PT8S");
        scene.steps.awaitState(id, "FOLLOW_UP_DUE");
        AcceptedMail reminder = scene.awaitNotices(1).get(0);
        String before = asItIs(id);

        List<String> links = links(reminder.html().replace("&amp;", "&") + "\n" + reminder.text());
        assertThat(links.stream().filter(link -> link.contains("/one-tap/")))
                .as("four acts, and in the text the first and the page itself")
                .hasSize(6);
        for (int round = 0; round < 2; round++) {
            for (String link : links) {
                assertThat(get(link).statusCode()).as("opening %s", link).isEqualTo(200);
                browser.send(
                        HttpRequest.newBuilder(URI.create(link))
                                .method("HEAD", BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.discarding());
            }
        }
        assertThat(asItIs(id)).isEqualTo(before);

        String extend = links.stream()
                .filter(link -> link.endsWith("?act=EXTEND"))
                .findFirst()
                .orElseThrow();
        Matcher version = VERSION.matcher(get(extend).body());
        assertThat(version.find()).isTrue();
        String form = "act=EXTEND&length=P7D&version=" + version.group(1);
        assertThat(post(extend, form).statusCode()).isEqualTo(200);
        assertThat(post(extend, form).statusCode()).isEqualTo(409);

        scene.steps.awaitState(id, "AWAITING_RESPONSE");
        assertThat(scene.rest
                        .get("/outreaches/" + id)
                        .ok()
                        .body()
                        .path("wait")
                        .path("number")
                        .asInt())
                .isEqualTo(2);
    }

    /** Where it stands and all that ever happened to it. */
    private String asItIs(String id) {
        return scene.rest.get("/outreaches/" + id).ok().body() + "\n"
                + scene.rest
                        .get("/outreaches/" + id + "/history?limit=200")
                        .ok()
                        .body();
    }

    private static List<String> links(String mail) {
        return LINK.matcher(mail).results().map(MatchResult::group).toList();
    }

    private HttpResponse<String> post(String link, String form) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(URI.create(link))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String link) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString());
    }
}
