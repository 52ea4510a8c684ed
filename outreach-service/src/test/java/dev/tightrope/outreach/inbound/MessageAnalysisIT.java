package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The analysis of a message through the API: everything it says is answered, nothing is stored. */
@QuarkusTest
class MessageAnalysisIT {
    private static final User REP = User.rep("Anna Analyst");
    private static final User ADMIN = User.admin("Ada Admin");

    private static ValidatableResponse analysed(User who, byte[] message) {
        return who.calls()
                .contentType("message/rfc822")
                .body(message)
                .post("/api/v1/inbound-messages/analysis")
                .then();
    }

    private static ValidatableResponse analysed(String message) {
        return analysed(REP, message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aForwardNamesEverybody() {
        analysed("""
                From: Mia Berg <mia@nordkraft.example>
                To: Karl Holm <karl@nordkraft.example>
                Cc: Anna Rep <anna@ours.example>
                Subject: Fwd: How Kallax did it
                Content-Type: text/plain; charset=utf-8

                Karl, please look at this.

                ---------- Forwarded message ---------
                From: Anna Rep <anna@ours.example>
                Date: Tue, 3 Nov 2026 at 09:00
                Subject: How Kallax did it
                To: Mia Berg <mia@nordkraft.example>

                Hello Mia
                """)
                .statusCode(200)
                .body("kind", equalTo("FORWARD"))
                .body("automatic", equalTo(false))
                .body("bounce", nullValue())
                .body("forwards", hasSize(1))
                .body("forwards[0].from.address", equalTo("anna@ours.example"))
                .body("forwards[0].to[0].address", equalTo("mia@nordkraft.example"))
                .body("forwards[0].subject", equalTo("How Kallax did it"))
                .body("participants.address", hasItem("karl@nordkraft.example"))
                .body("newText", equalTo("Karl, please look at this."))
                .body("evidence[0].confidence", org.hamcrest.Matchers.greaterThan(0.5f));
    }

    @Test
    void aBounceNamesWhomItIsAbout() {
        analysed("""
                From: MAILER-DAEMON@mx.example
                Subject: failure notice

                <karl@nordkraft.example>:
                Remote host said: 550 5.1.1 No such mailbox
                """)
                .statusCode(200)
                .body("kind", equalTo("BOUNCE"))
                .body("automatic", equalTo(true))
                .body("bounce.permanence", equalTo("permanent"))
                .body("bounce.recipients[0].address", equalTo("karl@nordkraft.example"))
                .body("bounce.recipients[0].status", equalTo("5.1.1"))
                .body("bounce.recipients[0].reply", equalTo("550"));
    }

    @Test
    void anAbsenceHasItsReturnDate() {
        analysed("""
                From: Mia Berg <mia@nordkraft.example>
                Date: Tue, 24 Nov 2026 09:30:00 +0100
                Auto-Submitted: auto-replied
                Subject: Re: hello

                I am out of the office until 7 December.
                """)
                .statusCode(200)
                .body("kind", equalTo("AUTOMATIC"))
                .body("automaticKind", equalTo("OUT_OF_OFFICE"))
                .body("returnsOn", equalTo("2026-12-07"));
    }

    @Test
    void nothingIsStored() {
        String marker = "analysed-" + UUID.randomUUID() + "@n.example";
        analysed(ADMIN, ("From: m@n.example\r\nMessage-ID: <" + marker + ">\r\n\r\nx").getBytes(StandardCharsets.UTF_8))
                .statusCode(200);
        assertThat(ADMIN.calls().get("/api/v1/inbound-messages?limit=100").asString())
                .doesNotContain(marker);
    }

    @Test
    void whatIsTooLargeIsReadFromItsBeginningAndMarked() {
        analysed(REP, large("from-" + UUID.randomUUID(), "I cannot come."))
                .statusCode(200)
                .body("newText", startsWith("I cannot come."))
                .body("evidence.find { it.rule == 'limit-exceeded' }.detail", equalTo("size"));
    }

    @Test
    void whatIsTooLargeIsTakenInAndMarkedNotLost() {
        String id = "large-" + UUID.randomUUID();
        for (int status : new int[] {201, 200}) {
            ADMIN.calls()
                    .contentType("message/rfc822")
                    .body(large(id, "I cannot come."))
                    .post("/api/v1/inbound-messages")
                    .then()
                    .statusCode(status)
                    .body("messageId", containsString(id))
                    .body("newText", startsWith("I cannot come."))
                    .body("evidence.find { it.rule == 'limit-exceeded' }.detail", equalTo("size"));
        }
    }

    private static byte[] large(String id, String text) {
        byte[] large = new byte[InboundMessageResource.MAX_BYTES + 1];
        Arrays.fill(large, (byte) 'x');
        byte[] beginning = ("From: m@n.example\r\nMessage-ID: <" + id + "@n.example>\r\n\r\n" + text + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        System.arraycopy(beginning, 0, large, 0, beginning.length);
        return large;
    }

    @Test
    void whoMayAsk() {
        REP.calls()
                .contentType("message/rfc822")
                .post("/api/v1/inbound-messages/analysis")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        REP.sends("{}").post("/api/v1/inbound-messages/analysis").then().statusCode(415);
        io.restassured.RestAssured.given()
                .contentType("message/rfc822")
                .body("x".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inbound-messages/analysis")
                .then()
                .statusCode(401);
    }
}
