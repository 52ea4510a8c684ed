package dev.tightrope.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tightrope.embedded.MailServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {

    private static final StackPorts PORTS = StackPorts.free();
    private static final List<HttpServer> SERVICES = new ArrayList<>();
    private static MailServer mail;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws IOException {
        for (Service service : Service.values()) {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), PORTS.of(service)), 10);
            server.createContext("/", exchange -> {
                byte[] answer = (service + " " + exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                                + String.join(
                                        " ", exchange.getRequestHeaders().getOrDefault("Authorization", List.of()))
                                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            SERVICES.add(server);
        }
        mail = MailServer.start();
        gateway = Gateway.start(PORTS, mail, Path.of("/srv/other & data"), () -> "the-readers-token");
    }

    @AfterAll
    static void stop() {
        gateway.close();
        mail.close();
        SERVICES.forEach(server -> server.stop(0));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/scripts/1, VOICEMAIL",
        "/api/v1/homework/1, VOICEMAIL",
        "/api/v1/call-tasks, VOICEMAIL",
        "/api/v1/call-attempts, VOICEMAIL",
        "/api/v1/timers, SCHEDULER",
        "/api/v1/reminders?limit=2, SCHEDULER",
        "/api/v1/calendars, SCHEDULER",
        "/api/v1/outreaches/1/email, OUTREACH",
        "/api/v1/scripts-of-others, OUTREACH",
        "/api/v1/me, OUTREACH"
    })
    void the_first_segment_names_the_service(String path, Service service) throws Exception {
        assertThat(call("GET", path, "").body()).isEqualTo(service + " GET " + path + " ");
    }

    @Test
    void the_front_page_names_the_folder_that_was_asked_for() throws Exception {
        assertThat(call("GET", "/", "").body())
                .contains("/srv/other &amp; data/tightrope.env")
                .doesNotContain(".local/tightrope.env");
    }

    @Test
    void a_reminder_mails_button_opens_the_outreach_without_a_token_and_nothing_else() throws Exception {
        String id = "/outreaches/0192f0c4-0000-7000-8000-000000000001";

        assertThat(call("GET", id, "").body())
                .isEqualTo("OUTREACH GET /api/v1" + id + "/briefing Bearer the-readers-token");
        assertThat(call("GET", "/api/v1" + id, "").body()).doesNotContain("the-readers-token");
        assertThat(call("GET", id + "/history", "").statusCode()).isEqualTo(404);
        assertThat(call("POST", id, "{}").statusCode()).isEqualTo(405);
    }

    @Test
    void a_body_goes_through() throws Exception {
        assertThat(call("POST", "/api/v1/call-attempts", "{\"outcome\":\"VOICEMAIL_LEFT\"}")
                        .body())
                .isEqualTo("VOICEMAIL POST /api/v1/call-attempts {\"outcome\":\"VOICEMAIL_LEFT\"}");
    }

    @Test
    void nothing_but_the_api_reaches_a_service() throws Exception {
        assertThat(call("GET", "/api/v1/admin/parked-messages", "").statusCode())
                .isEqualTo(404);
        assertThat(call("GET", "/q/metrics", "").statusCode()).isEqualTo(404);
    }

    @Test
    void delivered_mails_can_be_looked_at_and_cannot_run_scripts() throws Exception {
        mail.send("a@x.example", "ceo@nordfors.example", """
                From: a@x.example
                To: ceo@nordfors.example
                Subject: <script>alert(1)</script>
                Message-ID: <1@x.example>

                <b>Hello</b> & good bye
                """);
        int number = mail.accepted().size() - 1;
        assertThat(call("GET", "/mail", "").body())
                .contains("ceo@nordfors.example")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
        assertThat(call("GET", "/mail/" + number, "").body())
                .contains("&lt;b&gt;Hello&lt;/b&gt; &amp; good bye")
                .contains("/mail\"");
        assertThat(call("GET", "/mail/" + number + ".eml", "").body()).contains("Message-ID: <1@x.example>");
        assertThat(call("GET", "/mail.txt?to=ceo@nordfors.example", "").body())
                .contains("Subject: <script>alert(1)</script>")
                .contains("<b>Hello</b>");
        assertThat(call("GET", "/mail.txt?to=nobody@nordfors.example", "").body())
                .isEmpty();
        assertThat(call("GET", "/mail/99999", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_mail_with_html_is_shown_as_it_reads_in_a_frame_that_may_do_nothing() throws Exception {
        mail.send("a@x.example", "ceo@nordfors.example", """
                From: a@x.example
                To: ceo@nordfors.example
                Subject: Two bodies
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain

                In plain words
                --b
                Content-Type: text/html

                <p>In <b>bold</b> words</p><script>alert(1)</script>
                --b--
                """);
        String page = "/mail/" + (mail.accepted().size() - 1);

        assertThat(call("GET", page, "").body())
                .contains("<iframe title=\"The mail as HTML\" sandbox src=\"" + page + ".html\">")
                .contains("In plain words")
                .doesNotContain("<script>");
        HttpResponse<String> html = call("GET", page + ".html", "");
        assertThat(html.body()).contains("<b>bold</b>");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox; default-src 'none'");
    }

    private static HttpResponse<String> call(String method, String path, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + PORTS.gateway() + path))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
