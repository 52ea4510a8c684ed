package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What may belong to an outreach is kept, shown to its owner, pauses it, and becomes what the owner says it is. */
@QuarkusTest
class ReviewIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final User PROVIDER = User.admin("Provider Hook");
    private static final String OPENED = "dev.tightrope.outreach.suggestion-opened.v1";
    private static final String SETTLED = "dev.tightrope.outreach.suggestion-settled.v1";

    @Inject
    TakeInMail takeInMail;

    @Inject
    Jdbi jdbi;

    private RunningOutreach outreach;

    @BeforeEach
    void anOutreachThatWaits() {
        outreach = waiting();
    }

    @Test
    void aPersonOfTheHeldCompanyIsASuggestionAndTheOwnerConfirmsIt() {
        String id = take(mail("Lars Lind <lars@mail." + domain(outreach) + ">", "A question", "Who are you?"))
                .body("outreachId", equalTo(null))
                .body("suggestions", hasSize(1))
                .body("suggestions[0].outreachId", equalTo(outreach.id().toString()))
                .body("suggestions[0].evidence[0].rule", equalTo("held-company"))
                .body("kind", equalTo("UNRELATED"))
                .extract()
                .path("id");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.published()).contains(OPENED).doesNotContain(SETTLED);
        review().body("data.id", contains(id));

        settle(outreach.rep(), id, "confirmation", outreach.id())
                .statusCode(200)
                .body("outreachId", equalTo(outreach.id().toString()))
                .body("kind", equalTo("REPLY"))
                .body("suggestions[0].state", equalTo("CONFIRMED"))
                .body("suggestions[0].settledBy", equalTo(outreach.rep().id().toString()));

        assertThat(outreach.view().state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(outreach.published()).contains(SETTLED);
        review().body("data", empty());
        outreach.rep()
                .calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/responses")
                .then()
                .body("data", hasSize(1))
                .body("data[0].fromName", equalTo("Lars Lind"))
                .body("data[0].text", containsString("Who are you?"));
        for (String again : new String[] {"confirmation", "correction"}) {
            settle(outreach.rep(), id, again, outreach.id())
                    .statusCode(409)
                    .body("detail", containsString(outreach.rep().name()));
        }
        outreach.rep()
                .sends(Map.of())
                .post("/api/v1/inbound-messages/" + id + "/rejection")
                .then()
                .statusCode(409);
    }

    @Test
    void aReportThatIsConfirmedToBeOnOurMailBringsItBack() {
        String id = take(report(Instant.now().plusSeconds(1))).extract().path("id");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);

        settle(outreach.rep(), id, "confirmation", outreach.id())
                .statusCode(200)
                .body("kind", equalTo("BOUNCE"));

        assertThat(outreach.view().attention()).isEqualTo(AttentionReason.HARD_BOUNCE);
    }

    @Test
    void aConfirmedReportOnTheMailOfAnEarlierRoundSaysNothingAboutTheOneThatIsOutNow() {
        Instant firstRound = Instant.now().plusSeconds(1);
        outreach.event(new OutreachTrigger.FollowUpDue(outreach.view().waitNumber(), Instant.now()));
        outreach.event(new OutreachTrigger.CalledAgain(UUID.fromString(outreach.storyId()), null));
        outreach.approveEmail();
        outreach.event(new OutreachTrigger.ScriptApproved(2, outreach.emailVersion(), outreach.emailHash()));
        await().atMost(PATIENCE).until(() -> Instant.now().isAfter(firstRound.plusSeconds(1)));
        UUID attempt = UUID.randomUUID();
        outreach.event(new OutreachTrigger.VoicemailLeft(
                attempt, outreach.emailVersion(), outreach.emailHash(), Instant.now()));
        outreach.event(new OutreachTrigger.EmailReleased(
                attempt, outreach.emailVersion(), outreach.emailHash(), Instant.now()));
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        String id = take(report(firstRound)).extract().path("id");

        settle(outreach.rep(), id, "confirmation", outreach.id()).statusCode(200);

        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.view().round()).isEqualTo(2);
    }

    @Test
    void whatAMachineReportsOfAMailThatNeverWentMovesNothing() {
        outreach = RunningOutreach.voicemailLeft();
        String id = take(report(Instant.now())).extract().path("id");

        settle(outreach.rep(), id, "confirmation", outreach.id()).statusCode(200);

        assertThat(outreach.view().state()).isEqualTo(OutreachState.SENDING_EMAIL);
    }

    @Test
    void whatIsRejectedMovesNothingAndLetsTheOutreachGoOn() {
        String id = take(mail("karin@" + domain(outreach), "A question", "Lunch?"))
                .body("suggestions[0].evidence[0].rule", equalTo("known-person"))
                .extract()
                .path("id");
        reject(outreach.rep(), id).statusCode(200).body("suggestions[0].state", equalTo("REJECTED"));

        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.published()).contains(SETTLED);
        review().body("data", empty());
        reject(outreach.rep(), id)
                .statusCode(409)
                .body("code", equalTo("not-possible-now"))
                .body("state", equalTo("REJECTED"))
                .body("tried", equalTo("SUGGESTION_SETTLED"))
                .body("mustHappenFirst", empty());
        settle(outreach.rep(), id, "confirmation", outreach.id()).statusCode(409);
    }

    @Test
    void itMayBelongToAnotherOutreach() {
        RunningOutreach other = waiting();
        String id = take(mail("karin@" + domain(outreach), "A question", "Hello"))
                .extract()
                .path("id");
        settle(outreach.rep(), id, "correction", other.id()).statusCode(404);
        settle(outreach.rep(), id, "correction", outreach.id()).statusCode(400);
        settle(PROVIDER, id, "confirmation", other.id()).statusCode(400);

        settle(PROVIDER, id, "correction", other.id())
                .statusCode(200)
                .body("suggestions[0].state", equalTo("CORRECTED"))
                .body("suggestions[0].correctedTo", equalTo(other.id().toString()));

        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(other.view().state()).isEqualTo(OutreachState.RESPONDED);
        outreach.rep().calls().get("/api/v1/inbound-messages/" + id).then().statusCode(404);
        other.rep().calls().get("/api/v1/inbound-messages/" + id).then().statusCode(200);
    }

    @Test
    void nobodyElseSeesOrSettlesIt() {
        String id = take(mail("karin@" + domain(outreach), "A question", "Hello"))
                .extract()
                .path("id");
        User stranger = User.rep("Stranger");
        stranger.calls().get("/api/v1/inbound-messages/" + id).then().statusCode(404);
        settle(stranger, id, "confirmation", outreach.id()).statusCode(404);
        reject(stranger, id).statusCode(404);
        stranger.calls().get("/api/v1/inbound-messages?review=open").then().body("data", empty());
        assertThat(outreach.view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void ourSubjectAndTheRepLeadToTheOutreachWhateverWasPutInFront() {
        String subject = outreach.email().getString("subject");
        for (String prefix : new String[] {"Re: ", "AW: WG: ", "Zzqx: ", "[EXT] Sv: "}) {
            take(mail("Lars <lars@elsewhere.example>", prefix + subject, "Hello")
                            .replace(
                                    "To: x@seller.example",
                                    "To: " + outreach.rep().email()))
                    .body("suggestions.outreachId", hasItem(outreach.id().toString()))
                    .body("suggestions[0].evidence[0].rule", equalTo("subject-and-parties"));
        }
    }

    /** Somebody of a held company who writes about what another company got: who holds theirs has to know. */
    @Test
    void whoHoldsTheSendersCompanyIsAskedToo() {
        RunningOutreach other = waiting();
        take(mail("lars@" + domain(outreach), "Re: " + other.email().getString("subject"), "Hello")
                        .replace("To: x@seller.example", "To: " + other.rep().email()))
                .body(
                        "suggestions.outreachId",
                        containsInAnyOrder(other.id().toString(), outreach.id().toString()));
        assertThat(outreach.published()).contains(OPENED);
    }

    @Test
    void whatAMachineOfTheirsWritesIsShownAndPausesNothing() {
        take(mail("news@" + domain(outreach), "News", "Hello")
                        .replace("Subject:", "Auto-Submitted: auto-generated\r\nSubject:"))
                .body("kind", equalTo("AUTOMATIC"))
                .body("suggestions[0].pauses", equalTo(false));
        assertThat(outreach.published()).doesNotContain(OPENED);
    }

    @Test
    void neitherOurOwnCopiesNorStrangersAreSuggestions() {
        take(mail(outreach.rep().email(), "Re: " + outreach.email().getString("subject"), "Hello")
                        .replace("To: x@seller.example", "To: " + outreach.executiveAddress()))
                .body("kind", equalTo("OWN_COPY"))
                .body("suggestions", empty());
        take(mail("a@elsewhere.example", "Something", "Hello")).body("suggestions", empty());
        review().body("data", empty());
    }

    /** Nothing that touches a held company is dropped, whoever wrote it. */
    @Test
    void aMailFromElsewhereThatWentToSomebodyOfTheCompanyTooIsASuggestion() {
        byte[] message = mail("a@elsewhere.example", "Something", "Hello")
                .replace("To: x@seller.example", "To: x@seller.example\r\nCc: Karin <karin@" + domain(outreach) + ">")
                .getBytes(StandardCharsets.UTF_8);

        StoredMessage stored = takeInMail.take(message, "imap:test", false).stored();

        assertThat(stored).isNotNull();
        review().body("data.id", hasItem(stored.id().toString()));
    }

    @Test
    void ofAMailboxNothingIsKeptThatIsNotForUs() {
        byte[] stranger = mail("a@elsewhere.example", "Something", "Hello").getBytes(StandardCharsets.UTF_8);
        assertThat(takeInMail.take(stranger, "imap:test", false).stored()).isNull();
        byte[] held =
                mail("karin@" + domain(outreach), "Private", "Secret words").getBytes(StandardCharsets.UTF_8);
        StoredMessage stored = takeInMail.take(held, "imap:test", false).stored();
        assertThat(stored).isNotNull();
        assertThat(takeInMail.take(held, "imap:other", false).firstTime())
                .as("the same message in another mailbox")
                .isFalse();

        reject(outreach.rep(), stored.id().toString())
                .body("newText", equalTo(""))
                .body("subject", equalTo(null));
        assertThat(takeInMail.take(held, "imap:test", false).firstTime()).isFalse();
        review().body("data", not(hasItem(stored.id().toString())));
    }

    @Test
    void onlyTheOpenReviewListCanBeAskedFor() {
        outreach.rep().calls().get("/api/v1/inbound-messages?review=all").then().statusCode(400);
    }

    @Test
    void whatIsToldOfItBeforeAnybodyConfirmedIsAnExcerpt() {
        take(mail("Lars Lind <lars@" + domain(outreach) + ">", "A question", "Who are you? ".repeat(100)));
        String told = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT data ->> 'excerpt' FROM outbox_event WHERE aggregate_id = :id AND type = :type")
                .bind("id", outreach.id())
                .bind("type", OPENED)
                .mapTo(String.class)
                .one());
        assertThat(told).hasSize(280).startsWith("Who are you? Who").endsWith("…");
    }

    @Test
    void aPersonOfManyHeldCompaniesIsASuggestionForTenOfThem() {
        String adviser = "adviser-" + UUID.randomUUID() + "@adviser.example";
        for (int held = 0; held < 11; held++) {
            RunningOutreach each = RunningOutreach.opened();
            each.rep()
                    .sends(Map.of(
                            "prospectId", each.view().prospectId().toString(), "name", "Ada Adviser", "email", adviser))
                    .post("/api/v1/contacts")
                    .then()
                    .statusCode(201);
        }
        take(mail("Ada Adviser <" + adviser + ">", "A question", "Who are you?"))
                .body("suggestions", hasSize(10))
                .body("suggestions[0].evidence[0].rule", equalTo("known-person"));
    }

    private static RunningOutreach waiting() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        return outreach;
    }

    private static String domain(RunningOutreach outreach) {
        return outreach.executiveAddress().substring(outreach.executiveAddress().indexOf('@') + 1);
    }

    private ValidatableResponse review() {
        return outreach.rep()
                .calls()
                .get("/api/v1/inbound-messages?review=open")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse settle(User who, String id, String command, UUID outreachId) {
        return who.sends(Map.of("outreachId", outreachId))
                .post("/api/v1/inbound-messages/" + id + "/" + command)
                .then();
    }

    private static ValidatableResponse reject(User who, String id) {
        return who.calls().post("/api/v1/inbound-messages/" + id + "/rejection").then();
    }

    /** A report on a mail it does not name. */
    private String report(Instant written) {
        return "From: MAILER-DAEMON@" + domain(outreach) + "\r\nTo: x@seller.example\r\nSubject: Undelivered\r\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(written.atZone(ZoneOffset.UTC)) + "\r\nMessage-ID: <"
                + UUID.randomUUID() + "@x.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report;"
                + " report-type=delivery-status; boundary=B\r\n\r\n--B\r\n\r\nsorry\r\n--B\r\n"
                + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; "
                + outreach.executiveAddress() + "\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--B--\r\n";
    }

    private static String mail(String from, String subject, String text) {
        return "From: " + from + "\r\nTo: x@seller.example\r\nSubject: " + subject + "\r\nMessage-ID: <"
                + UUID.randomUUID() + "@x.example>\r\n\r\n" + text + "\r\n";
    }

    private static ValidatableResponse take(String message) {
        return PROVIDER.calls()
                .contentType("message/rfc822")
                .body(message.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201);
    }
}
