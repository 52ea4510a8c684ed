package dev.tightrope.voicemail.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.tightrope.events.ScriptApproved;
import dev.tightrope.events.ScriptReopened;
import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScriptIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Anna Berg");

    @Test
    void thereIsNoneUntilTheMailIsApproved() {
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, null);
        outreach.script()
                .then()
                .statusCode(404)
                .header("Retry-After", "1")
                .body("detail", containsString("written when the e-mail is approved"));

        outreach.emailPrepared();
        outreach.script()
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("status", equalTo("DRAFT"))
                .body("language", equalTo("en"))
                .body("editedByHand", equalTo(false))
                .body("emailVersion", equalTo(1))
                .body("emailHash", equalTo(outreach.hash()))
                .body("emailTo", equalTo("sture.lindqvist@pulp.example"))
                .body("emailSubject", equalTo("How Kärnvärme stopped unplanned stand-stills"))
                .body("emailText", equalTo("Dear Sture Lindqvist, this is what we did at Kärnvärme."))
                .body("text", containsString("Hello Sture Lindqvist."))
                .body("checks.code", contains("PAIN_MISSING"))
                .body("checks.severity", contains("WARNING"));
    }

    @Test
    void beforeTheMailIsApprovedItIsTooEarlyForWhatNeedsIt() {
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, null);

        tooEarly(approval(outreach), "SCRIPT_APPROVED");
        tooEarly(editing(outreach), "SCRIPT_CHANGED");
        assertThat(published.of(outreach.id())).isEmpty();
    }

    private static void tooEarly(Response answer, String tried) {
        answer.then()
                .statusCode(409)
                .header("Retry-After", nullValue())
                .body("code", equalTo("not-possible-now"))
                .body("state", equalTo("PREPARING_EMAIL"))
                .body("tried", equalTo(tried))
                .body("mustHappenFirst", contains(containsString("e-mail has to be approved first")));
    }

    @Test
    void onceTheApprovalIsKnownTheScriptIsAMatterOfAMoment() {
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, null);
        outreach.moves("PREPARING_SCRIPT");

        outreach.script().then().statusCode(404).header("Retry-After", "1");
        for (Response answer : List.of(approval(outreach), editing(outreach))) {
            answer.then()
                    .statusCode(409)
                    .header("Retry-After", "1")
                    .body("mustHappenFirst", contains(containsString("ask again in a second")));
        }
    }

    private Response approval(StagedOutreach outreach) {
        return rep.calls().header("If-Match", "*").post("/api/v1/scripts/" + outreach.id() + "/approval");
    }

    private Response editing(StagedOutreach outreach) {
        return rep.sends(Map.of("text", "Hello.")).header("If-Match", "*").put("/api/v1/scripts/" + outreach.id());
    }

    @Test
    void thePainOpensItUntilTheRepHasPutItIntoOwnWords() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        outreach.saveHomework(Map.of("pain", "You wait for spare parts."))
                .then()
                .statusCode(200);
        String written = outreach.script()
                .then()
                .body("text", containsString("Hello Sture Lindqvist.\nYou wait for spare parts."))
                .body("checks", empty())
                .extract()
                .path("text");

        outreach.editScript(written.replace("You wait", "As I heard, you wait"))
                .then()
                .statusCode(200)
                .body("editedByHand", equalTo(true));
        outreach.saveHomework(Map.of("pain", "Engineers drive out twice."))
                .then()
                .statusCode(200);
        outreach.script()
                .then()
                .body("text", containsString("As I heard, you wait for spare parts."))
                .body("checks.code", contains("PAIN_MISSING"));
    }

    @Test
    void ownWordsGiveWayToAScriptWrittenAnewThatFollowsTheHomeworkAgain() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        String written = outreach.script().path("text");
        String edited = outreach.editScript("Hello. Please call me back.").header("ETag");

        regeneration(outreach, null).then().statusCode(428);
        regeneration(outreach, "\"1\"").then().statusCode(412);
        String etag = regeneration(outreach, edited)
                .then()
                .statusCode(200)
                .body("text", equalTo(written))
                .body("editedByHand", equalTo(false))
                .extract()
                .header("ETag");
        regeneration(outreach, etag).then().statusCode(200).header("ETag", etag);

        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        outreach.script().then().body("text", containsString("drive out twice"));
    }

    @Test
    void anApprovedScriptIsNotWrittenAnewBeforeItIsReopened() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        regeneration(outreach, "*")
                .then()
                .statusCode(409)
                .body("code", equalTo("script-approved"))
                .body("tried", equalTo("SCRIPT_REGENERATED"))
                .body("mustHappenFirst", contains(containsString("change it first")));
        outreach.script().then().body("status", equalTo("APPROVED"));

        StagedOutreach early = StagedOutreach.opened(outreachService, rep, null);
        tooEarly(regeneration(early, "*"), "SCRIPT_REGENERATED");
    }

    @Test
    void aLongerFormIsWrittenOnRequestAndStays() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        String brief = outreach.script()
                .then()
                .body("form", equalTo("SHORT"))
                .body("wordsPerMinute", equalTo(150))
                .extract()
                .path("text");

        outreach.regenerateScript("{\"form\": \"LONG\"}")
                .then()
                .statusCode(200)
                .body("form", equalTo("LONG"))
                .body("text", containsString("What we did there: heat exchangers with a cleaning plan."));
        outreach.regenerateScript("{}").then().statusCode(200).body("form", equalTo("LONG"));
        outreach.saveHomework(Map.of("pain", "You wait for spare parts."))
                .then()
                .statusCode(200);
        outreach.script().then().body("form", equalTo("LONG")).body("text", containsString("You wait"));
        outreach.emailReopened();
        outreach.emailPrepared();
        outreach.script().then().body("form", equalTo("LONG")).body("text", containsString("What we did there"));

        outreach.editScript("Hello.").then().statusCode(200).body("form", equalTo("LONG"));
        outreach.regenerateScript("{\"form\": \"SHORT\"}")
                .then()
                .statusCode(200)
                .body("form", equalTo("SHORT"));
        assertThat(brief).doesNotContain("What we did there");

        outreach.regenerateScript("{\"form\": \"MEDIUM\"}").then().statusCode(400);
        outreach.regenerateScript("{\"style\": \"LONG\"}").then().statusCode(400);
    }

    private Response regeneration(StagedOutreach outreach, @Nullable String etag) {
        RequestSpecification calls = etag == null ? rep.calls() : rep.calls().header("If-Match", etag);
        return calls.post("/api/v1/scripts/" + outreach.id() + "/regeneration");
    }

    @Test
    void approvalNeedsTheHomeworkAndNoErrors() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        outreach.approveScript()
                .then()
                .statusCode(409)
                .body("code", equalTo("homework-incomplete"))
                .body("state", equalTo("PREPARING_SCRIPT"))
                .body("missing", hasItem("pain"))
                .body("mustHappenFirst[0]", containsString("homework"));

        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        outreach.editScript("Hello. Please call me back.")
                .then()
                .statusCode(200)
                .body("checks.code", hasItem("COMPETITOR_MISSING"));
        outreach.approveScript()
                .then()
                .statusCode(422)
                .body("code", equalTo("script-has-errors"))
                .body("errors.pointer", everyItem(equalTo("/text")))
                .body("errors.message", hasItem(startsWith("CLOSING_PHRASE_MISSING: The script does not announce")))
                .body("state", nullValue())
                .body("checks.code", hasItem("CLOSING_PHRASE_MISSING"))
                .body("checks.remedy", not(empty()));
        assertThat(published.typesOf(outreach.id())).containsExactly("HomeworkCompleted");
    }

    @Test
    void approvalPromisesTheVeryMail() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.script()
                .then()
                .body("status", equalTo("APPROVED"))
                .body("approvedBy", equalTo(rep.id().toString()))
                .body("approvedAt", notNullValue());
        outreach.approveScript().then().statusCode(200);

        assertThat(published.of(outreach.id()))
                .filteredOn(ScriptApproved.class::isInstance)
                .singleElement()
                .satisfies(event -> {
                    ScriptApproved approved = (ScriptApproved) event;
                    assertThat(approved.ref()).isEqualTo(outreach.ref());
                    assertThat(approved.emailVersion()).isEqualTo(1);
                    assertThat(approved.emailHash()).isEqualTo(outreach.hash());
                    assertThat(approved.approvedBy()).isEqualTo(rep.id());
                });
    }

    @Test
    void whatToSayToAnExecutiveWhoAnswersIsForThoseWhoSeeTheScript() {
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, null);
        String path = "/api/v1/scripts/" + outreach.id() + "/live";
        rep.calls().get(path).then().statusCode(404).header("Retry-After", "1");

        outreach.emailPrepared();
        outreach.saveHomework(Map.of("pain", "You wait for spare parts."))
                .then()
                .statusCode(200);
        rep.calls()
                .get(path)
                .then()
                .statusCode(200)
                .body("language", equalTo("en"))
                .body("text", containsString("You wait for spare parts."))
                .body("text", containsString("Kärnvärme AB"))
                .body("replies.answer", contains("YES", "NO", "TO_MY_ASSISTANT", "TALK_TO_X"))
                .body("replies.recordAs", contains("MEETING_AGREED", "DECLINED", "REFERRED", "REFERRED"));
        User.rep("Karl Holm").calls().get(path).then().statusCode(404);
    }

    @Test
    void whatDiffersFromTheMailIsShownAndBlocksNothing() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        String text =
                outreach.script().then().body("differences", empty()).extract().path("text");
        outreach.editScript(text.replace("Nordic Exchange", "Nordic Trade").replace("eleven hours", "12 hours"))
                .then()
                .statusCode(200)
                .body("differences.code", hasItem("OTHER_COMPANY"))
                .body("differences.find { it.code == 'FIGURE_NOT_IN_EMAIL' }.said", equalTo("12"))
                .body("differences.find { it.code == 'OTHER_COMPANY' }.inTheEmail", equalTo("Nordic Exchange"));
        outreach.approveScript().then().statusCode(200);
    }

    @Test
    void aChangeVoidsTheApprovalAtOnce() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        String text = outreach.script().path("text");
        outreach.editScript(text).then().statusCode(200).body("status", equalTo("APPROVED"));
        outreach.editScript(text.replace("Hello", "Good morning"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"));

        outreach.attempt("VOICEMAIL_LEFT")
                .then()
                .statusCode(409)
                .body("state", equalTo("PREPARING_SCRIPT"))
                .body("mustHappenFirst[0]", containsString("script approved"));
        outreach.moves("PREPARING_SCRIPT");
        outreach.approveScript().then().statusCode(200);
        assertThat(published.typesOf(outreach.id()))
                .containsExactly("HomeworkCompleted", "ScriptApproved", "ScriptReopened", "ScriptApproved");
    }

    @Test
    void aReopenedMailVoidsTheApprovalToo() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.emailReopened();

        outreach.script()
                .then()
                .body("status", equalTo("DRAFT"))
                .body("emailLocked", equalTo(false))
                .body("checks", empty());
        outreach.approveScript().then().statusCode(409).body("state", equalTo("PREPARING_EMAIL"));
        outreach.editScript("Anything").then().statusCode(409).body("code", equalTo("not-possible-now"));
        assertThat(published.of(outreach.id()))
                .last()
                .satisfies(
                        event -> assertThat(((ScriptReopened) event).reason()).contains("A figure was wrong."));

        outreach.emailPrepared();
        outreach.approveScript().then().statusCode(200).body("emailVersion", equalTo(2));
        assertThat(published.of(outreach.id())).last().satisfies(event -> {
            assertThat(((ScriptApproved) event).emailVersion()).isEqualTo(2);
            assertThat(((ScriptApproved) event).emailHash()).isEqualTo(outreach.hash());
        });
    }

    @Test
    void ownWordsOutliveAnotherVersionOfTheMail() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        String text = outreach.script().path("text");
        outreach.editScript(text.replace("Hello", "Good morning")).then().statusCode(200);
        outreach.emailReopened();
        outreach.emailPrepared();

        outreach.script()
                .then()
                .body("text", containsString("Good morning"))
                .body("emailVersion", equalTo(2))
                .body("editedByHand", equalTo(true));
    }

    @Test
    void nobodysWordsAreOverwritten() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        String path = "/api/v1/scripts/" + outreach.id();
        rep.sends(Map.of("text", "x")).put(path).then().statusCode(428);
        rep.calls().post(path + "/approval").then().statusCode(428);
        outreach.editScript("Hello").then().statusCode(200);
        rep.sends(Map.of("text", "x"))
                .header("If-Match", "\"1\"")
                .put(path)
                .then()
                .statusCode(412);
        rep.calls().header("If-Match", "\"1\"").post(path + "/approval").then().statusCode(412);
    }

    @Test
    void anApprovalOfWhatWasReadBeforeTheMailChangedIsRefused() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        String read = outreach.script().header("ETag");
        outreach.emailReopened();
        outreach.emailPrepared();

        rep.calls()
                .header("If-Match", read)
                .post("/api/v1/scripts/" + outreach.id() + "/approval")
                .then()
                .statusCode(412);
        assertThat(published.typesOf(outreach.id())).containsExactly("HomeworkCompleted");
    }

    @Test
    void aScriptOfAnotherMailIsNotApprovedWhateverWentWrongBefore() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        jdbi.useHandle(handle ->
                handle.execute("update outreach set email_hash = 'another' where outreach_id = ?", outreach.id()));

        outreach.approveScript().then().statusCode(409).body("code", equalTo("email-changed"));
        assertThat(published.typesOf(outreach.id())).containsExactly("HomeworkCompleted");
    }

    @Test
    void aWrongBodyIsRefused() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        outreach.editScript(" ").then().statusCode(400).body("errors.pointer", contains("/text"));
        outreach.editScript("x".repeat(5_001)).then().statusCode(400);
        outreach.editScript("bell \007").then().statusCode(400);
        outreach.editScript("nul \0").then().statusCode(400);
        rep.sends("{\"text\": \"x\", \"approved\": true}")
                .header("If-Match", "*")
                .put("/api/v1/scripts/" + outreach.id())
                .then()
                .statusCode(400);
        rep.calls()
                .header("If-Match", "*")
                .put("/api/v1/scripts/" + outreach.id())
                .then()
                .statusCode(400);
    }

    @Test
    void theApprovalEndsWithThePermissionToNameTheCompetitor() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        permissionEnds(outreach);

        outreach.script().then().body("status", equalTo("DRAFT")).body("approvedBy", nullValue());
        assertThat(published.of(outreach.id()))
                .last()
                .satisfies(
                        event -> assertThat(((ScriptReopened) event).reason()).contains("permission to name"));
        outreach.approveScript().then().statusCode(409).body("code", equalTo("permission-ended"));
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("code", equalTo("permission-ended"));
    }

    @Test
    void whatWasPromisedOutlivesThePermission() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
        permissionEnds(outreach);

        outreach.script().then().body("status", equalTo("APPROVED"));
        assertThat(published.typesOf(outreach.id())).doesNotContain("ScriptReopened");
    }

    private void permissionEnds(StagedOutreach outreach) {
        outreachService.tells(
                new StoryPermissionEnded(outreach.ref(), UUID.randomUUID(), "Kärnvärme AB", Instant.EPOCH));
    }

    @Test
    void withoutPermissionToNameTheCompetitorNothingIsApproved() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        permissionEnds(outreach);

        outreach.approveScript().then().statusCode(409).body("code", equalTo("permission-ended"));
    }
}
