package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back, by a real mailbox and by the provider's door, and what it does to an outreach that waits. */
@QuarkusTest
class InboundMailIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern REPLY_TO = Pattern.compile("(?m)^Reply-To: .*<([^>]+)>");
    private static final User PROVIDER = User.admin("Provider Hook");

    private RunningOutreach outreach;
    private String messageId;
    private String replyTo;

    @BeforeEach
    void anOutreachThatWaits() {
        outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(PATIENCE).until(() -> state() == OutreachState.AWAITING_RESPONSE);
        AcceptedMail sent =
                SharedParts.mail().acceptedFor(outreach.executiveAddress()).get(0);
        messageId = sent.messageId();
        Matcher reply = REPLY_TO.matcher(sent.eml());
        assertThat(reply.find()).isTrue();
        replyTo = reply.group(1);
    }

    @Test
    void theReplyOfAnotherPersonThroughTheMailboxIsAResponse() {
        SharedParts.mail()
                .send(
                        "lars@" + domain(),
                        "reply@seller.example",
                        reply("In-Reply-To: " + messageId + "\r\nReferences: <fwd@" + domain() + "> " + messageId
                                + "\r\n"));
        await().atMost(PATIENCE).until(() -> state() == OutreachState.RESPONDED);
        outreach.rep()
                .calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/responses")
                .then()
                .body("data", hasSize(1))
                .body("data[0].channel", equalTo("EMAIL"))
                .body("data[0].fromAddress", equalTo("lars@" + domain()));
        outreach.rep()
                .calls()
                .get("/api/v1/inbound-messages?outreachId=" + outreach.id())
                .then()
                .statusCode(200)
                .body("data", hasSize(1))
                .body("data[0].kind", equalTo("REPLY"))
                .body("data[0].newText", equalTo("Sounds good, call me."))
                .body("data[0].evidence.rule", org.hamcrest.Matchers.hasItem("our-message-id"));
    }

    @Test
    void theTokenAloneIsEnough() {
        SharedParts.mail().send("lars@" + domain(), replyTo, reply(""));
        await().atMost(PATIENCE).until(() -> state() == OutreachState.RESPONDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "X-Autoreply: yes", "Return-Path: <>"})
    void whatAMachineSendsIsNoResponse(String header) {
        post(reply("In-Reply-To: " + messageId + "\r\n" + header + "\r\n"))
                .then()
                .statusCode(201)
                .body("kind", equalTo("AUTOMATIC"))
                .body("outreachId", equalTo(outreach.id().toString()));
        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, NEEDS_ATTENTION",
        "failed, 4.4.7, AWAITING_RESPONSE",
        "delayed, 4.2.2, AWAITING_RESPONSE",
        "delivered, 2.0.0, AWAITING_RESPONSE"
    })
    void onlyAFailureForGoodNeedsAttention(String action, String status, OutreachState expected) {
        post(report("Final-Recipient: rfc822; " + outreach.executiveAddress(), action, status))
                .then()
                .statusCode(201);
        assertThat(state()).isEqualTo(expected);
    }

    @Test
    void anAddressMailCameBackFromIsMarkedAsBadAndAnotherOneIsAskedFor() {
        String bad = outreach.executiveAddress();
        post(report("Final-Recipient: rfc822; " + bad, "failed", "5.1.1"))
                .then()
                .statusCode(201);
        assertThat(state()).isEqualTo(OutreachState.NEEDS_ATTENTION);

        executive().body("warnings.code", hasItem("address-bounced")).body("email", equalTo(bad));
        outreach.rep()
                .calls()
                .get("/api/v1/executives?email=" + bad)
                .then()
                .body("data[0].warnings.code", hasItem("address-bounced"));
        outreach.rep()
                .calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/email")
                .then()
                .body("checks.code", hasItem("ADDRESS_BOUNCED"));
        correct(Map.of("email", bad.toUpperCase(Locale.ROOT)))
                .statusCode(422)
                .body("code", equalTo("address-bounced"))
                .body("errors[0].pointer", equalTo("/email"));
        assertThat(state()).isEqualTo(OutreachState.NEEDS_ATTENTION);

        correct(Map.of("email", "found@" + domain())).statusCode(200);

        executive().body("warnings.code", not(hasItem("address-bounced")));
        await().atMost(PATIENCE).until(() -> state() == OutreachState.AWAITING_RESPONSE);
    }

    /** Not for the mail that came back, which goes to an address once; for that of the next round. */
    @Test
    void anAddressThatIsRightAfterAllIsNoLongerMarked() {
        String bad = outreach.executiveAddress();
        post(report("Final-Recipient: rfc822; " + bad, "failed", "5.1.1"))
                .then()
                .statusCode(201);
        Map<String, Object> right = Map.of("email", bad, "rightAfterAll", true);
        correct(right).statusCode(409);
        executive().body("warnings.code", hasItem("address-bounced"));
        outreach.event(new OutreachTrigger.CalledAgain(UUID.fromString(outreach.storyId()), null));
        correct(Map.of("email", bad)).statusCode(422).body("code", equalTo("address-bounced"));

        correct(right).statusCode(200);

        executive().body("warnings.code", not(hasItem("address-bounced")));
    }

    @Test
    void whoWritesFromAMarkedAddressTakesTheMarkBack() {
        post(report("Final-Recipient: rfc822; " + outreach.executiveAddress(), "failed", "5.1.1"))
                .then()
                .statusCode(201);

        post(reply("In-Reply-To: " + messageId + "\r\n").replace("lars@" + domain(), outreach.executiveAddress()))
                .then()
                .statusCode(201);

        executive().body("warnings.code", not(hasItem("address-bounced")));
    }

    /** What may pass by itself says nothing about the address. */
    @Test
    void afterAFailureForNowTheAddressIsNotMarked() {
        post(report("Final-Recipient: rfc822; " + outreach.executiveAddress(), "delayed", "4.2.2"))
                .then()
                .statusCode(201);

        executive().body("warnings.code", not(hasItem("address-bounced")));
    }

    private ValidatableResponse executive() {
        return outreach.rep()
                .calls()
                .get("/api/v1/executives/" + outreach.view().executiveId())
                .then()
                .statusCode(200);
    }

    private ValidatableResponse correct(Map<String, Object> correction) {
        return outreach.rep()
                .sends(correction)
                .post("/api/v1/outreaches/" + outreach.id() + "/executive-correction")
                .then();
    }

    /** A rep's own mail account may have another address than the profile: what they write from it is theirs. */
    @Test
    void whatTheRepWritesFromTheirOwnMailAccountIsNoResponse() {
        String address = "anna-" + UUID.randomUUID() + "@other-seller.example";
        String sendAs = "anna-" + UUID.randomUUID() + "@third-seller.example";
        hasAccount(address, sendAs);

        for (String from : List.of(address, sendAs)) {
            post(reply("In-Reply-To: " + messageId + "\r\n").replace("lars@" + domain(), from))
                    .then()
                    .statusCode(201)
                    .body("kind", equalTo("OWN_COPY"));
        }

        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        outreach.rep().calls().delete("/api/v1/me/mail-account").then().statusCode(204);
    }

    /** A domain somebody typed may be a provider's: whether a colleague answers there is for the rep to say. */
    @Test
    void inDoubtWhetherAColleagueAnswersTheRepIsAsked() {
        hasAccount(ownAddress(), "rolf-" + UUID.randomUUID() + "@some-access-provider.example");

        post(reply("In-Reply-To: " + messageId + "\r\n")
                        .replace("lars@" + domain(), "lars@some-access-provider.example"))
                .then()
                .statusCode(201)
                .body("kind", equalTo("REPLY"))
                .body("outreachId", equalTo(null))
                .body("suggestions.outreachId", equalTo(List.of(outreach.id().toString())))
                .body("suggestions[0].pauses", equalTo(true));
        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        outreach.rep().calls().delete("/api/v1/me/mail-account").then().statusCode(204);
    }

    /** What a rep types as an own address does not make the executive one of ours. */
    @Test
    void theAddressOfTheirsThatSomebodyTypedAsTheirOwnStaysTheirs() {
        hasAccount(ownAddress(), outreach.executiveAddress());

        post(reply("In-Reply-To: " + messageId + "\r\n").replace("lars@" + domain(), outreach.executiveAddress()))
                .then()
                .statusCode(201)
                .body("kind", equalTo("REPLY"))
                .body("suggestions.outreachId", equalTo(List.of(outreach.id().toString())));
        outreach.rep().calls().delete("/api/v1/me/mail-account").then().statusCode(204);
    }

    private static String ownAddress() {
        return "rolf-" + UUID.randomUUID() + "@seller.example";
    }

    private void hasAccount(String address, String sendAs) {
        outreach.rep()
                .sends(Map.of(
                        "address",
                        address,
                        "sendAs",
                        sendAs,
                        "imap",
                        Map.of("host", "localhost", "port", 1, "security", "NONE"),
                        "authentication",
                        "PASSWORD",
                        "password",
                        "any"))
                .put("/api/v1/me/mail-account")
                .then()
                .statusCode(200);
    }

    /** Whoever has no profile here works with us all the same, and so does a rep under a subaddress. */
    @Test
    void whatAColleagueWritesIsNoResponse() {
        String colleague = "pia.presales@seller.example";
        String subaddress = outreach.rep().email().replace("@", "+tag@");
        for (String address : List.of(colleague, "pia@mail.seller.example", subaddress)) {
            post(reply("In-Reply-To: " + messageId + "\r\n").replace("lars@" + domain(), address))
                    .then()
                    .statusCode(201)
                    .body("kind", equalTo("OWN_COPY"));
        }
        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);

        post(reply("In-Reply-To: " + messageId + "\r\nCc: Pia Presales <" + colleague + ">\r\n"))
                .then()
                .statusCode(201)
                .body("kind", equalTo("REPLY"));
        outreach.rep()
                .calls()
                .get("/api/v1/contacts?prospectId=" + outreach.view().prospectId() + "&limit=100")
                .then()
                .statusCode(200)
                .body("data.email", not(hasItem(colleague)));
    }

    /** A group of ours puts its own address into From where the sender's domain forbids to pass its mail on. */
    @Test
    void whatAGroupOfOursPassesOnIsTheSendersAnswer() {
        post(reply("In-Reply-To: " + messageId + "\r\n")
                        .replace(
                                "From: Lars Lind <lars@" + domain() + ">",
                                "From: 'Lars Lind' via Sales <sales@seller.example>\r\nList-Id: <sales.seller.example>\r\nReply-To: lars@"
                                        + domain()))
                .then()
                .statusCode(201)
                .body("kind", equalTo("REPLY"))
                .body("fromAddress", equalTo("lars@" + domain()));
        assertThat(state()).isEqualTo(OutreachState.RESPONDED);
    }

    /** A server of ours may be the one that reports. */
    @Test
    void aReportFromADomainOfOursIsAReport() {
        post(report("Final-Recipient: rfc822; " + outreach.executiveAddress(), "failed", "5.1.1")
                        .replace("MAILER-DAEMON@" + domain(), "MAILER-DAEMON@mail.seller.example"))
                .then()
                .statusCode(201)
                .body("kind", equalTo("BOUNCE"));
        assertThat(state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
    }

    /** Of two ways to us one marks what comes from outside: the message stays one. */
    @Test
    void oneMessageWithAWarningOnOneOfItsWaysIsOneResponse() {
        String message = reply("In-Reply-To: " + messageId + "\r\n");
        post(message).then().statusCode(201);
        post(message.replace("Subject: Re: hello", "Subject: [EXTERNAL] Re: hello")
                        .replace("\r\n\r\nSounds", "\r\n\r\nCAUTION: This e-mail comes from outside.\r\n\r\nSounds"))
                .then()
                .statusCode(200);
        assertThat(inboundCount()).isEqualTo(1);
    }

    @Test
    void aReceiptIsNoResponse() {
        post("From: " + outreach.executiveAddress() + "\r\nTo: " + replyTo + "\r\nSubject: Read: hello\r\nMessage-ID: <"
                        + UUID.randomUUID() + "@" + domain()
                        + ">\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report;"
                        + " report-type=disposition-notification; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\n"
                        + "Your message was read.\r\n--B\r\nContent-Type: message/disposition-notification\r\n\r\n"
                        + "Original-Message-ID: " + messageId + "\r\nDisposition: manual-action/MDN-sent-manually;"
                        + " displayed\r\n--B--\r\n")
                .then()
                .statusCode(201)
                .body("kind", equalTo("AUTOMATIC"))
                .body("outreachId", equalTo(outreach.id().toString()));
        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void theFailureOfSomebodyElseInTheReportIsNotOurs() {
        post(report(
                        "Final-Recipient: rfc822; " + outreach.executiveAddress()
                                + "\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\nFinal-Recipient: rfc822; else@"
                                + domain(),
                        "failed",
                        "5.1.1"))
                .then()
                .statusCode(201);
        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void oneMessageTakenInFiveTimesIsOneResponse() {
        String message = reply("In-Reply-To: " + messageId + "\r\n");
        post(message).then().statusCode(201);
        String id = post(message).then().statusCode(200).extract().path("id");
        post(message).then().statusCode(200).body("id", equalTo(id));
        SharedParts.mail().send("lars@" + domain(), replyTo, message);
        SharedParts.mail().send("lars@" + domain(), replyTo, reply("X-Marker: last\r\n"));
        await().atMost(PATIENCE).until(() -> inboundCount() == 2);
        outreach.rep()
                .calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/responses")
                .then()
                .body("data", hasSize(2));
    }

    @Test
    void ourOwnCopiesAreNoResponses() {
        String sent = SharedParts.mail()
                .acceptedFor(outreach.executiveAddress())
                .get(0)
                .eml();
        post(sent).then().statusCode(201).body("kind", equalTo("OWN_COPY"));
        post(reply("In-Reply-To: " + messageId + "\r\n")
                        .replace("lars@" + domain(), outreach.rep().email()))
                .then()
                .body("kind", equalTo("OWN_COPY"));
        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void whatBelongsToNothingIsShownToNobodyElse() {
        String foreign = reply("In-Reply-To: <unknown@elsewhere.example>\r\n")
                .replace(replyTo, "somebody@seller.example")
                .replace("@" + domain(), "@stranger.example");
        String id = post(foreign).then().statusCode(201).extract().path("id");
        outreach.rep().calls().get("/api/v1/inbound-messages/" + id).then().statusCode(404);
        PROVIDER.calls()
                .get("/api/v1/inbound-messages/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        PROVIDER.calls().get("/api/v1/inbound-messages").then().body("data.id", org.hamcrest.Matchers.hasItem(id));
        post(reply("In-Reply-To: " + messageId + "\r\n")).then().statusCode(201);
        String ours = outreach.rep()
                .calls()
                .get("/api/v1/inbound-messages?outreachId=" + outreach.id())
                .path("data[0].id");
        User stranger = User.rep("Stranger");
        stranger.calls().get("/api/v1/inbound-messages/" + ours).then().statusCode(404);
        stranger.calls().get("/api/v1/inbound-messages").then().body("data", hasSize(0));
    }

    @Test
    void theDoorIsForProvidersAndForMessages() {
        User rep = outreach.rep();
        rep.calls()
                .contentType("message/rfc822")
                .body("x".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(403);
        PROVIDER.sends("{}").post("/api/v1/inbound-messages").then().statusCode(415);
        PROVIDER.calls()
                .contentType("message/rfc822")
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aReportWithoutTheReturnedMailIsKnownByTheAddressItComesTo() {
        post(bareReport()).then().statusCode(201).body("kind", equalTo("BOUNCE"));
        assertThat(state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
    }

    @Test
    void aBounceOfAnEarlierRoundDoesNotMoveTheNextOne() {
        outreach.event(new OutreachTrigger.FollowUpDue(outreach.view().waitNumber(), Instant.now()));
        outreach.event(new OutreachTrigger.CalledAgain(UUID.fromString(outreach.storyId()), null));
        outreach.approveEmail();
        outreach.event(new OutreachTrigger.ScriptApproved(2, outreach.emailVersion(), outreach.emailHash()));
        UUID attempt = UUID.randomUUID();
        outreach.event(new OutreachTrigger.VoicemailLeft(
                attempt, outreach.emailVersion(), outreach.emailHash(), Instant.now()));
        outreach.event(new OutreachTrigger.EmailReleased(
                attempt, outreach.emailVersion(), outreach.emailHash(), Instant.now()));
        await().atMost(PATIENCE).until(() -> state() == OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.view().round()).isEqualTo(2);

        post(report("Final-Recipient: rfc822; " + outreach.executiveAddress(), "failed", "5.1.1"))
                .then()
                .statusCode(201)
                .body("outreachId", equalTo(outreach.id().toString()))
                .body("evidence.rule", hasItem("earlier-round"));

        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    private OutreachState state() {
        return outreach.view().state();
    }

    private int inboundCount() {
        return outreach.rep()
                .calls()
                .get("/api/v1/inbound-messages?outreachId=" + outreach.id())
                .jsonPath()
                .getList("data")
                .size();
    }

    private Response post(String message) {
        return PROVIDER.calls()
                .contentType("message/rfc822")
                .body(message.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inbound-messages");
    }

    private String domain() {
        return outreach.executiveAddress().substring(outreach.executiveAddress().indexOf('@') + 1);
    }

    private String reply(String moreHeaders) {
        return "From: Lars Lind <lars@" + domain() + ">\r\nTo: " + replyTo
                + "\r\nSubject: Re: hello\r\nMessage-ID: <" + UUID.randomUUID() + "@" + domain() + ">\r\n" + moreHeaders
                + "\r\nSounds good, call me.\r\n";
    }

    private String bareReport() {
        return report("Final-Recipient: rfc822; " + outreach.executiveAddress(), "failed", "5.1.1")
                .replace("To: x@seller.example", "To: " + replyTo)
                .replaceFirst("(?s)--B\r\nContent-Type: message/rfc822.*", "--B--\r\n");
    }

    private String report(String recipientFields, String action, String status) {
        return "From: MAILER-DAEMON@" + domain() + "\r\nTo: x@seller.example\r\nSubject: Undelivered\r\nMessage-ID: <"
                + UUID.randomUUID() + "@" + domain() + ">\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=B\r\n\r\n--B\r\n\r\nsorry\r\n"
                + "--B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n" + recipientFields
                + "\r\nAction: " + action + "\r\nStatus: " + status
                + "\r\n\r\n--B\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: " + messageId
                + "\r\nSubject: s\r\n\r\nbody\r\n--B--\r\n";
    }
}
