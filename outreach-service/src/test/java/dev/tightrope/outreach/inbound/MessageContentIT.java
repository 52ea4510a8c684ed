package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What strangers write is looked at without being run, loaded or sent anywhere. */
@QuarkusTest
class MessageContentIT {
    private static final User PROVIDER = User.admin("Provider Hook");
    private static final String HOSTILE = """
            <html><head><style>body{background:url(https://evil.example/s.png)}</style><base href="https://evil.example/">
            <meta http-equiv="refresh" content="0;url=https://evil.example/m"></head><body onload="alert(1)">
            <p style="background:url(https://evil.example/p.png)" onclick="alert(2)">Call me on <b>Thursday</b>.</p>
            <script>alert(3)</script><img src="https://evil.example/pixel.gif" onerror="alert(4)"><svg onload=alert(5)></svg>
            <a href="javascript:alert(6)">one</a> <a href="https://pulp.example/x" onmouseover="alert(7)">two</a>
            <form action="https://evil.example/f"><input name="password"><button>Sign in</button></form>
            <iframe src="https://evil.example/i"></iframe><object data="https://evil.example/o"></object>
            <link rel="stylesheet" href="https://evil.example/c.css"><video src="https://evil.example/v"></video>
            <a href="data:text/html;base64,PHNjcmlwdD4=">three</a><math><mtext><script>alert(8)</script></mtext></math>
            {page.subject} {#each}
            </body></html>
            """;

    @Inject
    TakeInMail takeInMail;

    @Inject
    Jdbi jdbi;

    private RunningOutreach outreach;

    @BeforeEach
    void anOutreachThatWaits() {
        outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(Duration.ofSeconds(60)).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void ofHostileHtmlItsWordsAreLeft() {
        Document page = page(take(message("text/html", HOSTILE)));

        assertThat(page.select("script, img, svg, iframe, object, form, input, button, link, video, base, math"))
                .isEmpty();
        assertThat(page.select("main style, meta[http-equiv]")).isEmpty();
        for (Element element : page.getAllElements()) {
            element.attributes()
                    .forEach(attribute -> assertThat(attribute.getKey())
                            .doesNotStartWith("on")
                            .isNotEqualTo("style"));
        }
        assertThat(page.outerHtml()).doesNotContain("evil.example", "javascript:", "data:text");
        assertThat(page.select("main").text()).contains("Call me on Thursday.", "one", "two", "{page.subject} {#each}");
        assertThat(page.select("main a[href]").eachAttr("href")).containsExactly("https://pulp.example/x");
        assertThat(page.select("main a[href]").attr("rel")).contains("noopener", "noreferrer");
    }

    @Test
    void textAndHeadersAreShownAsTheyStand() {
        Document page = page(take(message("text/plain", "<script>alert(1)</script>\r\n  & more")
                .replace("Subject: A question", "Subject: <img src=x onerror=alert(1)>")));

        assertThat(page.select("script, img")).isEmpty();
        assertThat(page.select("pre").text()).contains("<script>alert(1)</script>");
        assertThat(page.select("h1").text()).isEqualTo("<img src=x onerror=alert(1)>");
        assertThat(page.select("header").text()).contains("Lars Lind <lars@" + domain() + ">");
    }

    @Test
    void thePageRunsNothingLoadsNothingAndIsNotKept() {
        String id = take(message("text/html", HOSTILE));
        outreach.rep()
                .calls()
                .get("/api/v1/inbound-messages/" + id + "/content")
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    @Test
    void itIsSavedAsItCame() {
        String message = message("text/html", HOSTILE);
        String id = take(message);
        byte[] saved = outreach.rep()
                .calls()
                .get("/api/v1/inbound-messages/" + id + "/raw")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("message/rfc822"))
                .header("Content-Disposition", equalTo("attachment; filename=\"" + id + ".eml\""))
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        assertThat(saved).isEqualTo(message.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isNobodyElsesAndForgottenWithTheMessage() {
        byte[] raw = message("text/plain", "Lunch?").getBytes(StandardCharsets.UTF_8);
        String id = takeInMail.take(raw, "imap:test", false).stored().id().toString();
        for (String what : new String[] {"content", "raw"}) {
            String path = "/api/v1/inbound-messages/" + id + "/" + what;
            User.rep("Stranger").calls().get(path).then().statusCode(404);
            outreach.rep().calls().get(path).then().statusCode(200);
        }

        outreach.rep()
                .calls()
                .post("/api/v1/inbound-messages/" + id + "/rejection")
                .then()
                .statusCode(200);

        outreach.rep()
                .calls()
                .get("/api/v1/inbound-messages/" + id + "/raw")
                .then()
                .statusCode(404);
    }

    @Test
    void ofAMessageOfAMailboxThatIsRejectedNothingIsKnownButThatItWasSeen() {
        String text = message("text/plain", "Lunch on Wednesday?");
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        String id = takeInMail.take(raw, "imap:test", false).stored().id().toString();
        String[] said = {"Wednesday", "lars@", "Lars Lind", header(text, "Message-ID"), header(text, "Subject")};
        assertThat(rowsOf(id)).contains(said);

        reject(id);

        assertThat(rowsOf(id)).doesNotContain(said).contains("REJECTED", "held-company");
        assertThat(takeInMail.take(raw, "imap:other", false).firstTime())
                .as("nobody is asked about it again")
                .isFalse();
        assertThat(rowsOf(id)).doesNotContain(said);
    }

    @Test
    void whatAProviderDeliveredByTheApiIsKeptWhenItIsRejected() {
        String id = take(message("text/plain", "Lunch on Wednesday?"));
        reject(id);
        assertThat(rowsOf(id)).contains("Wednesday", "lars@", "REJECTED");
    }

    private void reject(String id) {
        outreach.rep()
                .calls()
                .post("/api/v1/inbound-messages/" + id + "/rejection")
                .then()
                .statusCode(200);
    }

    private static String header(String message, String name) {
        return message.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that is stored of it. */
    private String rowsOf(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT m::text || convert_from(m.raw, 'UTF8') || s::text
                        FROM inbound_message m JOIN match_suggestion s ON s.message_id = m.id WHERE m.id = :id
                        """)
                .bind("id", UUID.fromString(id))
                .mapTo(String.class)
                .one());
    }

    private Document page(String id) {
        return Jsoup.parse(outreach.rep()
                .calls()
                .get("/api/v1/inbound-messages/" + id + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private String domain() {
        return outreach.executiveAddress().replaceFirst(".*@", "");
    }

    private String message(String type, String body) {
        return "From: Lars Lind <lars@" + domain() + ">\r\nTo: x@seller.example\r\nSubject: A question\r\n"
                + "Message-ID: <" + UUID.randomUUID() + "@x.example>\r\nMIME-Version: 1.0\r\nContent-Type: " + type
                + "; charset=utf-8\r\n\r\n" + body;
    }

    private static String take(String message) {
        return PROVIDER.calls()
                .contentType("message/rfc822")
                .body(message.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
