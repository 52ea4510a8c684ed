package dev.tightrope.outreach.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.delivery.SmtpOutcome.Accepted;
import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForGood;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForNow;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From release to acceptance: at once, once, and what was approved. */
@QuarkusTest
class DeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    HandDelivery hand;

    @Inject
    SentMails sentMails;

    @Inject
    Jdbi jdbi;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aReleasedMailIsHandedOverAtOnceAndOnce() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        OutreachTrigger release = outreach.release();

        outreach.event(release);
        outreach.event(release);

        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).hasSize(1);
        JsonPath deliveries = outreach.deliveries();
        assertThat(deliveries.getList("data")).hasSize(1);
        assertThat(deliveries.getString("data[0].state")).isEqualTo("SENT");
        assertThat(deliveries.getString("data[0].approvedHash")).isEqualTo(outreach.emailHash());
        assertThat(deliveries.getList("data[0].attempts.outcome")).containsExactly("ACCEPTED");
        assertThat(outreach.published()).contains("dev.tightrope.outreach.email-sent.v1");
    }

    @Test
    void whatIsSentIsWhatWasApproved() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);

        hand.attempt(delivery, server);

        String mail = server.accepted().get(0);
        JsonPath shown = outreach.deliveries();
        assertThat(MessageIds.sha256(mail.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEqualTo(shown.getString("data[0].sentHash"));
        assertThat(mail)
                .contains("Message-ID: " + shown.getString("data[0].messageId"))
                .contains("To: Karin Berg <" + outreach.executiveAddress() + ">")
                .containsPattern("Reply-To: Rolf Rep <[^>]+\\+[a-z2-9]{16}@[^>]+>")
                .doesNotContain("List-Unsubscribe");
    }

    @Test
    void bothBodiesOfWhatTheServerGotSayWhereWeAreAndHowToHearNoMore() throws Exception {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();

        hand.attempt(hand.released(outreach), server);

        MimeMessage mail = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(server.accepted().get(0).getBytes(StandardCharsets.US_ASCII)));
        Multipart bodies = (Multipart) mail.getContent();
        assertThat(bodies.getCount()).isEqualTo(2);
        for (int i = 0; i < 2; i++) {
            assertThat((String) bodies.getBodyPart(i).getContent())
                    .contains("Storgatan 1, 111 22 Stockholm")
                    .containsAnyOf("I will not write again", "skriver jag inte igen");
        }
    }

    @Test
    void theTimeFromReleaseToAcceptanceIsMeasured() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        hand.change("released_at = released_at - interval '90 seconds'", delivery);
        double count = metric("count");
        double sum = metric("sum");
        double upToOneMinute = metric("bucket{le=\"60.0\"}");
        double upToFiveMinutes = metric("bucket{le=\"300.0\"}");

        server.answersOnce(ScriptedSmtpServer.Step.DOT, "451 later");
        hand.attempt(delivery, server);
        assertThat(metric("count")).isEqualTo(count);
        assertThat(outreach.deliveries().<Object>get("data[0].releaseToAcceptanceSeconds"))
                .isNull();
        hand.attempt(delivery, server);

        JsonPath shown = outreach.deliveries();
        double taken = Duration.between(
                                Instant.parse(shown.getString("data[0].releasedAt")),
                                Instant.parse(shown.getString("data[0].settledAt")))
                        .toMillis()
                / 1000.0;
        assertThat(taken).isBetween(90.0, 290.0);
        assertThat(metric("count")).isEqualTo(count + 1);
        assertThat(metric("sum") - sum).isCloseTo(taken, within(0.01));
        assertThat(metric("bucket{le=\"60.0\"}")).isEqualTo(upToOneMinute);
        assertThat(metric("bucket{le=\"300.0\"}")).isEqualTo(upToFiveMinutes + 1);
        assertThat(shown.getDouble("data[0].releaseToAcceptanceSeconds")).isCloseTo(taken, within(0.01));
    }

    private static double metric(String what) {
        String wanted = "tightrope_mail_release_to_acceptance_seconds_" + what.replace("}", "");
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith(wanted))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + wanted));
    }

    @Test
    void aPasswordTheMailServerRefusesSaysNothingAboutTheExecutive() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        double before = faults();
        server.asksToSignIn("tightrope", "right");
        TestSmtp wrong = TestSmtp.patient(server.port()).signingIn("tightrope", "wr0ng-s3cret");

        hand.attempt(delivery, wrong);

        assertThat(hand.state(delivery)).isEqualTo("TEMPORARY");
        assertThat(faults()).isEqualTo(before + 1);
        assertThat(outreach.view().state()).isEqualTo(OutreachState.SENDING_EMAIL);
        assertThat(outreach.view().attention()).isNull();
        assertThat(outreach.deliveries().getString("data[0].reason"))
                .contains("did not accept user and password")
                .contains("535")
                .doesNotContain("s3cret");

        hand.attempt(delivery, wrong.signingIn("tightrope", "right"));
        assertThat(hand.state(delivery)).isEqualTo("SENT");
    }

    private static double faults() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("tightrope_mail_server_faults_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void deliveryReportsGoToTheReplyAddressOfTheMailAndNotToTheRep() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();

        hand.attempt(hand.released(outreach), server);

        String sender = server.senders().get(0);
        assertThat(sender).matches("[^+@]+\\+[a-z2-9]{16}@[^@]+");
        assertThat(server.accepted().get(0)).contains("Reply-To: Rolf Rep <" + sender + ">");
    }

    @Test
    void beforeTheReleaseThereIsNothingToSend() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();

        assertThat(outreach.deliveries().getList("data")).isEmpty();
        assertThat(outreach.view().mailDue()).isFalse();
    }

    @Test
    void refusedForNowIsTriedAgain() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.answersOnce(ScriptedSmtpServer.Step.DOT, "451 later");

        assertThat(hand.attempt(delivery, server)).isInstanceOf(RefusedForNow.class);
        assertThat(hand.state(delivery)).isEqualTo("TEMPORARY");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.SENDING_EMAIL);

        assertThat(hand.attempt(delivery, server)).isInstanceOf(Accepted.class);
        assertThat(server.accepted()).hasSize(1);
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void lostBeforeTheDotIsTriedAgain() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.dropsOnce(ScriptedSmtpServer.Step.DATA);

        assertThat(hand.attempt(delivery, server)).isInstanceOf(LostBeforeDot.class);
        assertThat(hand.state(delivery)).isEqualTo("TEMPORARY");

        assertThat(hand.attempt(delivery, server)).isInstanceOf(Accepted.class);
        assertThat(server.accepted()).hasSize(1);
    }

    @Test
    void whatIsRefusedTooLongNeedsAttention() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        hand.change("give_up_at = clock_timestamp()", delivery);
        server.answers(ScriptedSmtpServer.Step.MAIL, "451 later");

        hand.attempt(delivery, server);

        assertThat(hand.state(delivery)).isEqualTo("PERMANENT");
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.REFUSED);
    }

    @Test
    void refusedForGoodNeedsAttention() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        server.answers(ScriptedSmtpServer.Step.RCPT, "550 no such user");

        assertThat(hand.attempt(delivery, server)).isInstanceOf(RefusedForGood.class);

        assertThat(hand.state(delivery)).isEqualTo("PERMANENT");
        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.REFUSED);
        assertThat(outreach.published()).contains("dev.tightrope.outreach.email-failed.v1");
    }

    @Test
    void aServerThatAnswersWithControlsHasItsAnswerPutOnRecordAllTheSame() {
        RunningOutreach refused = RunningOutreach.voicemailLeft();
        UUID first = hand.released(refused);
        server.answersOnce(ScriptedSmtpServer.Step.RCPT, "550 no\0 such\33[31m user");
        hand.attempt(first, server);
        UUID second = hand.released(RunningOutreach.voicemailLeft());
        server.answersOnce(ScriptedSmtpServer.Step.DOT, "250 taken\0 as 4711");
        hand.attempt(second, server);

        assertThat(hand.state(first)).isEqualTo("PERMANENT");
        assertThat(refused.view().attention()).isEqualTo(AttentionReason.REFUSED);
        assertThat(hand.state(second)).isEqualTo("SENT");
        assertThat(server.accepted()).hasSize(1);
    }

    @Test
    void aCorrectedAddressGetsTheApprovedContentOnceAndTheWaitStartsAnew() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        int firstWait = outreach.view().waitNumber();
        outreach.event(new OutreachTrigger.HardBounce(outreach.executiveAddress(), "5.1.1", "no such user"));
        assertThat(outreach.view().state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
        String corrected = "k." + outreach.executiveAddress();

        correct(outreach, corrected).statusCode(200);

        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        assertThat(SharedParts.mail().acceptedFor(corrected)).hasSize(1);
        assertThat(SharedParts.mail().acceptedFor(outreach.executiveAddress())).hasSize(1);
        assertThat(outreach.view().waitNumber()).isGreaterThan(firstWait);
        assertThat(outreach.deliveries().getList("data.approvedHash"))
                .hasSize(2)
                .containsOnly(outreach.emailHash());
    }

    /** People write addresses as they like, and so do their programs when they quote our mail. */
    @Test
    void anAddressInMixedCaseGetsTheMailAndIsKnownInWhatComesBack() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        outreach.event(new OutreachTrigger.HardBounce(outreach.executiveAddress(), "5.1.1", "no such user"));
        String corrected = "K." + outreach.executiveAddress().replace("karin", "Karin.Berg");

        correct(outreach, corrected).statusCode(200);

        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        String lower = corrected.toLowerCase(Locale.ROOT);
        assertThat(SharedParts.mail().acceptedFor(lower)).hasSize(1);
        assertThat(sentMails.amongParties("", Set.of(lower, outreach.rep().email())))
                .extracting(overlap -> overlap.sent().outreachId())
                .containsExactly(outreach.id());
    }

    @Test
    void anAddressThatHadTheMailOfTheRoundDoesNotGetItAgain() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        String first = outreach.executiveAddress();
        String second = "k." + first;
        outreach.event(outreach.release());
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        outreach.event(new OutreachTrigger.HardBounce(first, "5.1.1", "no such user"));
        correct(outreach, second).statusCode(200);
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        outreach.event(new OutreachTrigger.HardBounce(second, "5.1.1", "no such user"));

        correct(outreach, first).statusCode(409).body("code", equalTo("mail-once"));

        assertThat(outreach.view().state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
        assertThat(SharedParts.mail().acceptedFor(first)).hasSize(1);
        assertThat(outreach.deliveries().getList("data.recipient")).containsExactlyInAnyOrder(first, second);
    }

    private static ValidatableResponse correct(RunningOutreach outreach, String address) {
        return outreach.rep()
                .sends(Map.of("email", address))
                .post("/api/v1/outreaches/" + outreach.id() + "/executive-correction")
                .then();
    }

    @Test
    void ourMailIsFoundByItsMessageIdAndReplyToken() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        UUID delivery = hand.released(outreach);
        String messageId = outreach.deliveries().getString("data[0].messageId");
        String token = jdbi.withHandle(handle -> handle.createQuery("SELECT reply_token FROM delivery WHERE id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one());

        assertThat(sentMails.byMessageId(messageId)).hasValueSatisfying(mail -> {
            assertThat(mail.outreachId()).isEqualTo(outreach.id());
            assertThat(mail.round()).isEqualTo(1);
        });
        assertThat(sentMails.byMessageId(messageId.substring(1, messageId.length() - 1)))
                .isPresent();
        assertThat(sentMails.byReplyToken(token.toUpperCase(Locale.ROOT)))
                .hasValueSatisfying(mail -> assertThat(mail.outreachId()).isEqualTo(outreach.id()));
        assertThat(sentMails.byReplyToken("nobody")).isEmpty();
    }
}
