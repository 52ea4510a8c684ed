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
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The mail about an answer shows their words and the way our mail took, and takes the rep's word with one tap. */
class OneTapEndToEndIT {
    private static final Pattern LINK = Pattern.compile("href=\"(http://[^\"]*)\"");

    private final HttpClient browser = HttpClient.newHttpClient();
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
        List<String> links = LINK.matcher(notice.html().replace("&amp;", "&"))
                .results()
                .map(MatchResult::group)
                .map(href -> href.substring("href=\"".length(), href.length() - 1))
                .toList();
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
        HttpResponse<String> said = browser.send(
                HttpRequest.newBuilder(URI.create(interested))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("meaning=INTERESTED&nextStep="
                                + URLEncoder.encode("Ring up Lars", UTF_8) + "&nextStepOn="
                                + LocalDate.now(ZoneOffset.UTC).plusDays(3)))
                        .build(),
                BodyHandlers.ofString());

        assertThat(said.statusCode()).isEqualTo(200);
        scene.steps.awaitState(id, "ENGAGED");
        assertThat(get(interested).body()).doesNotContain("<form").doesNotContain("hear more");
    }

    private HttpResponse<String> get(String link) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.ofString());
    }
}
