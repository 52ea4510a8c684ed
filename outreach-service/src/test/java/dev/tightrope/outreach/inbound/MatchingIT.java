package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rung of the ladder alone: whatever else would lead to the outreach is taken away. */
@QuarkusTest
class MatchingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final User PROVIDER = User.admin("Provider Hook");
    private static final Pattern REPLY_TO = Pattern.compile("(?m)^Reply-To: .*<([^>]+)>");

    @Inject
    Jdbi jdbi;

    private RunningOutreach outreach;
    private String replyTo;

    @BeforeEach
    void anOutreachThatWaits() {
        outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        AcceptedMail sent =
                SharedParts.mail().acceptedFor(outreach.executiveAddress()).get(0);
        Matcher reply = REPLY_TO.matcher(sent.eml());
        assertThat(reply.find()).isTrue();
        replyTo = reply.group(1);
    }

    @Test
    void theIdTheProviderPutInThePlaceOfOurs() {
        String id = UUID.randomUUID() + "-000000";
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate(
                                "UPDATE delivery SET provider_id = :id WHERE outreach_id = :outreach")
                        .bind("id", id)
                        .bind("outreach", outreach.id())
                        .execute()));
        for (String domain : List.of("@email.amazonses.com", "@eu-north-1.amazonses.com", "")) {
            matched(
                    plain("References: <a@b.example> <" + id + domain + ">\r\nIn-Reply-To: <a@b.example>\r\n", "Yes."),
                    "provider-id");
        }
        unmatched(plain("In-Reply-To: <x" + id + "@email.amazonses.com>\r\n", "Yes."));
    }

    @Test
    void theTokenInTheBody() {
        String token = replyTo.substring(replyTo.indexOf('+') + 1, replyTo.indexOf('@'));
        matched(plain("", "Yes.\r\n\r\n> Reply-To: Anna <" + replyTo + ">\r\n> To: x@y.example\r\n"), "token-in-body");
        matched(
                plain(
                        "MIME-Version: 1.0\r\nContent-Type: text/html\r\n",
                        "<p>Yes.</p><blockquote><div id=\"m_-123tr-" + token + "\">x</div></blockquote>"),
                "token-in-body");
        unmatched(plain("", "Yes.\r\n\r\n> Reply-To: Anna <reply+abcdefghjkmnpqrs@seller.example>\r\n"));
    }

    @Test
    void theTokenIsInWhatIsSent() {
        String token = replyTo.substring(replyTo.indexOf('+') + 1, replyTo.indexOf('@'));
        String sent = SharedParts.mail()
                .acceptedFor(outreach.executiveAddress())
                .get(0)
                .eml();
        assertThat(sent.replace("=\r\n", "").replace("=3D", "=")).contains("<div id=\"tr-" + token + "\">");
    }

    @Test
    void ofThousandsOfIdsTheLatestHundredAreLookedUp() {
        String ours = SharedParts.mail()
                .acceptedFor(outreach.executiveAddress())
                .get(0)
                .messageId();
        matched(plain("References: " + ours + references(99), "Yes."), "our-message-id");
        unmatched(plain("References: " + ours + references(100), "Yes."));
    }

    private static String references(int others) {
        return IntStream.range(0, others)
                .mapToObj(number -> "\r\n <" + number + "@elsewhere.example>")
                .collect(Collectors.joining("", "", "\r\n"));
    }

    private static String id() {
        return "Message-ID: <" + UUID.randomUUID() + "@elsewhere.example>\r\n";
    }

    private static String plain(String headers, String body) {
        return "From: Lars Lind <lars@elsewhere.example>\r\nTo: somebody@elsewhere.example\r\nSubject: hello\r\n" + id()
                + headers + "\r\n" + body + "\r\n";
    }

    private void matched(String message, String rule) {
        post(message).body("outreachId", equalTo(outreach.id().toString())).body("evidence.rule", hasItem(rule));
    }

    private void unmatched(String message) {
        post(message).body("outreachId", nullValue());
    }

    private static ValidatableResponse post(String message) {
        return PROVIDER.calls()
                .contentType("message/rfc822")
                .body(message.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201);
    }
}
