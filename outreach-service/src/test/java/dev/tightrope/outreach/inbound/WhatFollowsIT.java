package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Absences;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows from mail that is no plain answer: absences, challenges, delays, complaints, opt-outs. */
@QuarkusTest
class WhatFollowsIT {
    private static final User PROVIDER = User.admin("Provider Hook");

    @Inject
    Absences absences;

    @Inject
    Jdbi jdbi;

    private RunningOutreach outreach;
    private String messageId;

    @BeforeEach
    void anOutreachThatWaits() {
        outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(Duration.ofSeconds(60)).until(() -> state() == OutreachState.AWAITING_RESPONSE);
        messageId = SharedParts.mail()
                .acceptedFor(outreach.executiveAddress())
                .get(0)
                .messageId();
    }

    @Test
    void theWaitMovesByTheAbsence() {
        Instant before = waitEnds();
        post(outOfOffice(executive(), today().plusDays(10)));
        assertThat(waitEnds()).isEqualTo(before.plus(10, ChronoUnit.DAYS));
        assertThat(outreach.view().waitNumber()).isEqualTo(2);
        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Date: some day\n"})
    void withoutADateItIsAsOldAsItsArrival(String date) {
        Instant before = waitEnds();
        String dated = outOfOffice(executive(), today().plusDays(10));
        String without = dated.replaceFirst("(?m)^Date:.*\\R", date);
        assertThat(without).isNotEqualTo(dated);
        post(without);
        assertThat(waitEnds()).isEqualTo(before.plus(10, ChronoUnit.DAYS));
    }

    @Test
    void oncePerAbsenceHoweverManyRepliesTellOfIt() {
        Instant before = waitEnds();
        post(outOfOffice(executive(), today().plusDays(10)));
        post(outOfOffice(executive(), today().plusDays(10)));
        post(outOfOffice("Mia Lund <mia@" + domain() + ">", today().plusDays(4)));
        assertThat(waitEnds()).isEqualTo(before.plus(10, ChronoUnit.DAYS));

        post(outOfOffice(executive(), today().plusDays(12)));
        assertThat(waitEnds()).as("they stay away longer").isEqualTo(before.plus(12, ChronoUnit.DAYS));
    }

    @Test
    void withinALimit() {
        Instant before = waitEnds();
        post(outOfOffice(executive(), today().plusDays(200)));
        assertThat(waitEnds()).isEqualTo(before.plus(28, ChronoUnit.DAYS));
    }

    @Test
    void whoWasAwayBeforeTheMailMovesNothing() {
        Instant before = waitEnds();
        post(outOfOffice(executive(), today()));
        assertThat(waitEnds()).isEqualTo(before);
        assertThat(outreach.view().waitNumber()).isEqualTo(1);
    }

    @Test
    void whoIsAwayFromAnEarlierRoundsMailMovesNothingOfThisOne() {
        outreach.event(new OutreachTrigger.FollowUpDue(outreach.view().waitNumber(), Instant.now()));
        outreach.event(new OutreachTrigger.CalledAgain(UUID.fromString(outreach.storyId()), null));
        outreach.approveEmail();
        UUID attempt = UUID.randomUUID();
        int version = outreach.emailVersion();
        String hash = outreach.emailHash();
        outreach.event(new OutreachTrigger.ScriptApproved(2, version, hash));
        outreach.event(new OutreachTrigger.VoicemailLeft(attempt, version, hash, Instant.now()));
        outreach.event(new OutreachTrigger.EmailReleased(attempt, version, hash, Instant.now()));
        await().atMost(Duration.ofSeconds(60)).until(() -> state() == OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.view().round()).isEqualTo(2);
        Instant before = waitEnds();

        away(1);
        assertThat(waitEnds()).isEqualTo(before);

        away(2);
        assertThat(waitEnds()).isAfter(before);
    }

    @Test
    void whereWorkingDaysAreCountedTheWaitMovesFromTheEndThatWasTold() {
        Instant told = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(50, ChronoUnit.DAYS);
        jdbi.useHandle(handle -> {
            handle.execute(
                    "UPDATE outreach_round SET wait_counted_in = 'WORKING_DAYS' WHERE outreach_id = ?", outreach.id());
            handle.execute(
                    "UPDATE outreach SET wait_due_at = ? WHERE id = ?", told.atOffset(ZoneOffset.UTC), outreach.id());
        });

        away(1);

        assertThat(waitEnds()).isEqualTo(told.plus(10, ChronoUnit.DAYS));
    }

    private void away(int round) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        absences.told(outreach.id(), round, "Karin Berg", Instant.now(), null, today().plusDays(10)));
    }

    @Test
    void anAnsweredOutreachIsNotMoved() {
        post(answer(executive(), "Call me."));
        post(outOfOffice(executive(), today().plusDays(10)));
        assertThat(state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(outreach.view().waitNumber()).isEqualTo(1);
    }

    @Test
    void anAbsenceAfterTheWaitMovesNothing() {
        Instant before = waitEnds();
        post(outOfOffice(executive(), today().plusDays(30), today().plusDays(50)));
        assertThat(waitEnds()).isEqualTo(before);
        assertThat(outreach.view().waitNumber()).isEqualTo(1);
    }

    @Test
    void theTimeBetweenTwoAbsencesMovesNothing() {
        Instant before = waitEnds();
        post(outOfOffice(executive(), today().plusDays(2), today().plusDays(5)));
        assertThat(waitEnds()).isEqualTo(before.plus(3, ChronoUnit.DAYS));
        post(outOfOffice(executive(), today().plusDays(12), today().plusDays(14)));
        assertThat(waitEnds()).isEqualTo(before.plus(5, ChronoUnit.DAYS));
    }

    @Test
    void theAbsenceOfAColleagueOfOursMovesNothing() {
        Instant before = waitEnds();
        post(outOfOffice("Pia Presales <pia@seller.example>", today().plusDays(10)));
        assertThat(waitEnds()).isEqualTo(before);
    }

    /** They named the day themselves: it moves only if nobody is there on that very day. */
    @Test
    void aDayTheyNamedMovesOnlyIfSomebodyIsAwayOnIt() {
        post(answer(executive(), "Come back later."));
        Instant named = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(30, ChronoUnit.DAYS);
        dispose(Map.of("meaning", "LATER", "until", named.toString()));
        assertThat(waitEnds()).isEqualTo(named);

        post(outOfOffice("Mia Lund <mia@" + domain() + ">", today().plusDays(10)));
        assertThat(waitEnds()).isEqualTo(named);
        post(outOfOffice("Mia Lund <mia@" + domain() + ">", today().plusDays(28), today().plusDays(33)));
        assertThat(waitEnds()).isEqualTo(named.plus(3, ChronoUnit.DAYS));
        post(outOfOffice("Mia Lund <mia@" + domain() + ">", today().plusDays(28), today().plusDays(35)));
        assertThat(waitEnds()).isEqualTo(named.plus(5, ChronoUnit.DAYS));
    }

    @Test
    void anAbsenceToldWithTheAnswerMovesTheWaitThatGoesOn() {
        Instant before = waitEnds();
        post(answer("Eva Assistant <eva@" + domain() + ">", "I passed it on to Mia."));
        post(outOfOffice("Mia Lund <mia@" + domain() + ">", today().plusDays(10)));
        assertThat(waitEnds()).isEqualTo(before);

        dispose(Map.of("meaning", "PASSED_ON"));
        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(waitEnds()).isEqualTo(before.plus(10, ChronoUnit.DAYS));
        assertThat(history()).contains("ABSENCE_TOLD");
    }

    @Test
    void aChallengeAsksTheRepOnce() {
        String challenge = answer(
                        executive(),
                        "Your message is being held, because you are not on my list of approved senders. Please confirm that you sent this message by clicking the link below, and it will be delivered: "
                                + "https://filter.example/confirm/1")
                .replace("Subject:", "Auto-Submitted: auto-replied\nSubject:")
                .replace("Re: Nordstrom", "Please confirm your message");
        String kind = PROVIDER.calls()
                .contentType("message/rfc822")
                .body(bytes(challenge))
                .post("/api/v1/inbound-messages/analysis")
                .then()
                .statusCode(200)
                .extract()
                .path("automaticKind");
        assertThat(kind).isEqualTo("CHALLENGE_RESPONSE");
        post(challenge);
        again(challenge);
        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(outreach.published().stream().filter(type -> type.endsWith("attention-needed.v1")))
                .hasSize(1);
        assertThat(history()).contains("CHALLENGED");
    }

    @Test
    void aDelayIsKeptInTheHistoryAndMovesNothing() {
        post(report("delayed", "4.4.1"));
        assertThat(state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        assertThat(history()).contains("SOFT_BOUNCE");
    }

    @Test
    void aComplaintSuppressesAndCloses() {
        post(complaint());
        assertThat(state()).isEqualTo(OutreachState.CLOSED);
        assertThat(outreach.view().outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
        assertThat(suppressed(outreach.executiveAddress())).isTrue();
    }

    @Test
    void theOptOutOfTheExecutiveCloses() {
        post(answer(executive(), "Please remove me from your list."));
        assertThat(outreach.view().outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
        assertThat(suppressed(outreach.executiveAddress())).isTrue();
        assertThat(responses()).isEqualTo(1);
    }

    /** Our mail went to ceo@, and they write from their own name: it is the same person. */
    @Test
    void theOptOutOfTheExecutiveFromAnotherAddressOfTheirsCloses() {
        post(answer(
                executive().replace(outreach.executiveAddress(), "another.address@" + domain()),
                "Please remove me from your list."));
        assertThat(outreach.view().outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
        assertThat(suppressed(outreach.executiveAddress())).isTrue();
        assertThat(suppressed("another.address@" + domain())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Berg, Karin", "Karin Berg (CEO)", "KARIN BERG"})
    void howeverTheirNameIsPrinted(String name) {
        post(answer("\"" + name + "\" <another.address@" + domain() + ">", "Please remove me from your list."));
        assertThat(outreach.view().outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
        assertThat(suppressed(outreach.executiveAddress())).isTrue();
        assertThat(lastResponse().getBoolean("fromExecutive")).isTrue();
    }

    /** What a mail named before, by its address alone, is no contact that could be somebody else of their name. */
    @Test
    void theirOtherAddressThatAMailNamedBeforeIsTheirsAllTheSame() {
        String alias = "another.address@" + domain();
        post(answer("Mia Lund <mia@" + domain() + ">", "Call me.")
                .replace("\nSubject:", "\nCc: " + alias + "\nSubject:"));
        post(answer("Karin Berg <" + alias + ">", "Please remove me from your list."));
        assertThat(outreach.view().outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
        assertThat(suppressed(outreach.executiveAddress())).isTrue();
    }

    @Test
    void theOptOutOfTheExecutiveFromASubaddressCloses() {
        post(answer(
                "K <" + outreach.executiveAddress().replace("@", "+sales@") + ">", "Please remove me from your list."));
        assertThat(outreach.view().outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
    }

    @Test
    void theOptOutOfSomebodyElseIsTheirsAlone() {
        post(answer("Mia Lund <mia@" + domain() + ">", "Please remove me from your list."));
        assertThat(state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(suppressed("mia@" + domain())).isTrue();
        assertThat(suppressed(outreach.executiveAddress())).isFalse();
    }

    @Test
    void theOptOutForTheWholeCompanyInSoManyWordsCloses() {
        post(answer("Mia Lund <mia@" + domain() + ">", "Please do not contact me or anyone at our company again."));
        assertThat(outreach.view().outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
        assertThat(suppressed("somebody@" + domain())).isTrue();
    }

    /** "Us" may be a team; whoever knows them says whether it is the company. */
    @Test
    void inDoubtForTheCompanyTheSenderIsSuppressedAndTheRepDecides() {
        post(answer(
                "Mia Lund <mia@" + domain() + ">",
                "Bitte kontaktieren Sie uns nicht mehr, niemand in unserem Unternehmen hat Interesse."));
        assertThat(state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(suppressed("mia@" + domain())).isTrue();
        assertThat(suppressed(outreach.executiveAddress())).isFalse();
        assertThat(suppressed("somebody@" + domain())).isFalse();
        assertThat(lastResponse().getString("suggestedDisposition.disposition")).isEqualTo("OPTED_OUT");
        assertThat(lastResponse().getBoolean("suggestedDisposition.wholeCompany"))
                .isTrue();

        dispose(Map.of("meaning", "OPTED_OUT", "wholeCompany", true));
        assertThat(outreach.view().outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
        assertThat(suppressed("somebody@" + domain())).isTrue();
    }

    @Test
    void whoGotItPassedOnSpeaksForNoCompanyButTheirOwn() {
        String outsider = "ida." + UUID.randomUUID() + "@elsewhere.example";
        post(answer("Ida <" + outsider + ">", "Do not contact anyone at our company again."));
        assertThat(state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(suppressed(outsider)).isTrue();
        assertThat(suppressed("somebody@" + domain())).isFalse();
    }

    /** Each was taken for an opt-out once and closed the outreach, with nobody asked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please don't call me about this, call Mia Lund, our head of sales.",
                "Do not contact anybody else here, I will handle this myself. Call me on Friday.",
                "Please remove me from your list and contact Mia Lund instead."
            })
    void anAnswerOfTheExecutiveThatOnlySoundsLikeOneIsForTheRepToJudge(String words) {
        List<String> before = holders();
        assertThat(before).hasSize(1);
        post(answer(executive(), words));
        assertThat(state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(suppressed(outreach.executiveAddress())).isFalse();
        assertThat(suppressed("somebody@" + domain())).isFalse();
        assertThat(lastResponse().getString("suggestedDisposition.disposition")).isNotEqualTo("OPTED_OUT");
        assertThat(holders()).as("the company is held as before").containsExactlyElementsOf(before);
    }

    @Test
    void whatTheRepCallsAnOptOutIsOne() {
        post(answer(executive(), "Please remove me from your list. I retired in May."));
        assertThat(state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(lastResponse().getString("suggestedDisposition.disposition")).isEqualTo("OPTED_OUT");
        assertThat(suppressed(outreach.executiveAddress())).isFalse();

        dispose(Map.of("meaning", "OPTED_OUT"));
        assertThat(outreach.view().outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
        assertThat(suppressed(outreach.executiveAddress())).isTrue();
    }

    @Test
    void theQuotedFooterIsNoOptOut() {
        post(answer(
                "Mia Lund <mia@" + domain() + ">",
                "Call me.\n\n> If you would rather not hear from me, a one-line reply is enough.\n> unsubscribe\n"));
        assertThat(state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(suppressed("mia@" + domain())).isFalse();
    }

    private OutreachState state() {
        return outreach.view().state();
    }

    private Instant waitEnds() {
        JsonPath wait = outreach.rep()
                .calls()
                .get("/api/v1/outreaches/" + outreach.id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        String until = wait.getString("wait.until");
        return until == null
                ? Instant.parse(wait.getString("wait.from")).plus(21, ChronoUnit.DAYS)
                : Instant.parse(until);
    }

    private LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private List<String> history() {
        return outreach.rep()
                .calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/history?limit=100")
                .jsonPath()
                .getList("data.trigger", String.class);
    }

    private int responses() {
        return outreach.rep()
                .calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/responses")
                .jsonPath()
                .getList("data")
                .size();
    }

    private JsonPath lastResponse() {
        return outreach.rep()
                .calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/responses")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("data[-1]");
    }

    private void dispose(Map<String, Object> meaning) {
        outreach.rep()
                .calls()
                .contentType("application/json")
                .body(meaning)
                .post("/api/v1/outreaches/" + outreach.id() + "/responses/"
                        + lastResponse().getString("id") + "/disposition")
                .then()
                .statusCode(200);
    }

    private List<String> holders() {
        return PROVIDER.calls()
                .get("/api/v1/company-holds?domain=" + domain())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("data.ownerName", String.class);
    }

    private boolean suppressed(String address) {
        JsonPath found = PROVIDER.calls()
                .get("/api/v1/suppressions?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        List<@Nullable String> values = found.getList("data.value", String.class);
        return values.contains(address) || values.contains(address.replaceFirst(".*@", ""));
    }

    private void post(String message) {
        PROVIDER.calls()
                .contentType("message/rfc822")
                .body(bytes(message))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201);
    }

    private void again(String message) {
        PROVIDER.calls()
                .contentType("message/rfc822")
                .body(bytes(message))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(200);
    }

    private static byte[] bytes(String message) {
        return message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private String executive() {
        return "Karin Berg <" + outreach.executiveAddress() + ">";
    }

    private String domain() {
        return outreach.executiveAddress().replaceFirst(".*@", "");
    }

    private String answer(String from, String text) {
        return "From: " + from + "\nTo: Rolf Rep <" + outreach.rep().email() + ">\nSubject: Re: Nordstrom\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)) + "\nMessage-ID: <"
                + UUID.randomUUID() + "@x.example>\nReferences: " + messageId
                + "\nContent-Type: text/plain; charset=utf-8\n\n" + text + "\n";
    }

    private String outOfOffice(String from, LocalDate returns) {
        return answer(from, "I am out of the office and will return on " + returns + ".")
                .replace("Subject: Re: Nordstrom", "Auto-Submitted: auto-replied\nSubject: Automatic reply: Nordstrom");
    }

    private String outOfOffice(String from, LocalDate starts, LocalDate returns) {
        return outOfOffice(from, returns)
                .replace("I am out", "From " + starts + " to " + returns.minusDays(1) + " I am out");
    }

    private String report(String action, String status) {
        return "From: MAILER-DAEMON@" + domain() + "\nTo: x@seller.example\nSubject: Delayed\nMessage-ID: <"
                + UUID.randomUUID() + "@" + domain() + ">\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=B\n\n--B\n\nsorry\n"
                + "--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; "
                + outreach.executiveAddress() + "\nAction: " + action + "\nStatus: " + status
                + "\n\n--B\nContent-Type: message/rfc822\n\nMessage-ID: " + messageId + "\nSubject: s\n\nbody\n--B--\n";
    }

    private String complaint() {
        return "From: fbl@provider.example\nTo: abuse@seller.example\nSubject: complaint\nMessage-ID: <"
                + UUID.randomUUID() + "@provider.example>\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/report; report-type=feedback-report; boundary=B\n\n--B\n\nA user complained.\n"
                + "--B\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x/1\nVersion: 1\n"
                + "Original-Rcpt-To: " + outreach.executiveAddress()
                + "\n\n--B\nContent-Type: message/rfc822\n\nMessage-ID: " + messageId + "\nSubject: s\n\nbody\n--B--\n";
    }
}
