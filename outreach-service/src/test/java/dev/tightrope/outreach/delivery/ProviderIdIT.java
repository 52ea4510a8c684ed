package dev.tightrope.outreach.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.outreach.delivery.ScriptedSmtpServer.Step;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A relay that replaces our Message-ID says its own in its answer to the final dot, and answers to that one are known. */
@QuarkusTest
class ProviderIdIT {
    @Inject
    HandDelivery hand;

    @Inject
    SentMails sentMails;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0100018f, @email.amazonses.com",
        "0102018f, @eu-west-1.amazonses.com",
        "0107018f, @eu-north-1.amazonses.com",
    })
    void anAnswerToTheIdSesPutInThePlaceOfOursIsCertain(String region, String domain) {
        String id =
                region + UUID.randomUUID().toString().substring(0, 8) + "-1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809-000000";
        RunningOutreach outreach = sent("250 Ok " + id);

        answer("In-Reply-To: <" + id + domain + ">\r\nReferences: <a@b.example> <" + id + domain + ">\r\n")
                .body("outreachId", equalTo(outreach.id().toString()))
                .body("evidence.rule", hasItem("provider-id"))
                .body("evidence.find { it.rule == 'provider-id' }.confidence", equalTo(0.98f));
        assertThat(outreach.view().state()).isEqualTo(OutreachState.RESPONDED);
    }

    @Test
    void anIdMuchLikeItIsAnotherMails() {
        String id = "0102018f" + UUID.randomUUID().toString().substring(0, 8)
                + "-1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809-000000";
        RunningOutreach outreach = sent("250 Ok " + id);

        for (String other : new String[] {id.replace("-000000", "-000001"), id.substring(1), "x" + id}) {
            answer("References: <" + other + "@email.amazonses.com>\r\n").body("outreachId", nullValue());
        }
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    /** Some servers answer every mail with the same words, which may look like an id. */
    @Test
    void whatTheServerSaysToEveryMailIsNoId() {
        String always = "smtp-relay-" + UUID.randomUUID() + "-eu1";
        RunningOutreach first = sent("250 2.0.0 Ok " + always);
        assertThat(sentMails.byProviderId(always).map(SentMail::outreachId)).contains(first.id());

        sent("250 2.0.0 Ok " + always);

        assertThat(sentMails.byProviderId(always)).isEmpty();
        answer("References: <" + always + "@relay.example>\r\n").body("outreachId", nullValue());
    }

    private RunningOutreach sent(String answer) {
        server.answersOnce(Step.DOT, answer);
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        assertThat(hand.attempt(hand.released(outreach), server)).isEqualTo(new Accepted(answer));
        return outreach;
    }

    private static ValidatableResponse answer(String references) {
        return User.admin("Provider Hook")
                .calls()
                .contentType("message/rfc822")
                .body(
                        ("From: Lars Lind <lars@elsewhere.example>\r\nTo: somebody@elsewhere.example\r\nSubject: hello\r\n"
                                        + "Message-ID: <" + UUID.randomUUID() + "@elsewhere.example>\r\n" + references
                                        + "\r\nYes, please call me.\r\n")
                                .getBytes(UTF_8))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201);
    }
}
