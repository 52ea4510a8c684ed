package dev.tightrope.voicemail.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.events.ScriptApproved;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script was approved for an e-mail that had been replaced a moment before: outreach-service stops and says why. */
@QuarkusTest
class PromiseMismatchIT {
    private static final String MISMATCH = "PROMISE_MISMATCH";

    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    private final User rep = User.rep("Anna Berg");

    @Test
    void aNewApprovalPromisesTheMailThatIsLockedNow() {
        StagedOutreach outreach = approvedForTheReplacedMail();
        outreach.attempt("VOICEMAIL_LEFT")
                .then()
                .statusCode(409)
                .body("state", equalTo("NEEDS_ATTENTION"))
                .body("mustHappenFirst[0]", containsString("approve it again"));

        outreach.approveScript().then().statusCode(200).body("status", equalTo("APPROVED"));
        assertThat(published.of(outreach.id())).last().satisfies(event -> {
            ScriptApproved approved = (ScriptApproved) event;
            assertThat(approved.emailVersion()).isEqualTo(2);
            assertThat(approved.emailHash()).isEqualTo(outreach.hash());
        });
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("state", equalTo("NEEDS_ATTENTION"));
        outreach.moves("READY_TO_CALL");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201).body("emailVersion", equalTo(2));
    }

    @Test
    void wordsAndHomeworkCanBeChangedBeforeIt() {
        StagedOutreach outreach = approvedForTheReplacedMail();
        String text = outreach.script().path("text");
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        outreach.editScript(text.replace("Hello", "Good morning"))
                .then()
                .statusCode(200)
                .body("text", containsString("Good morning"));

        outreach.approveScript().then().statusCode(200);
    }

    @Test
    void anApprovalThatStandsHereIsSaidAgain() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.needsAttention(MISMATCH);

        outreach.approveScript().then().statusCode(200).body("status", equalTo("APPROVED"));
        assertThat(published.typesOf(outreach.id()))
                .containsExactly("HomeworkCompleted", "ScriptApproved", "ScriptApproved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WRONG_NUMBER", "SUPPRESSED", "PERMISSION_ENDED", "COMPANY_HELD"})
    void whatElseNeedsAttentionIsNotMendedByTheScript(String reason) {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        outreach.needsAttention(reason);

        refusesScriptAndHomework(outreach);
    }

    @Test
    void afterAVoicemailItIsTooLate() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        String attempt = outreach.attempt("VOICEMAIL_LEFT").path("id");
        outreach.needsAttention(MISMATCH);
        outreach.editScript("Something else").then().statusCode(409).body("code", equalTo("not-possible-now"));
        outreach.approveScript().then().statusCode(200);
        assertThat(published.typesOf(outreach.id()))
                .as("the approval is not said again")
                .containsExactly("HomeworkCompleted", "ScriptApproved", "VoicemailLeft");

        rep.calls().post("/api/v1/call-attempts/" + attempt + "/undo").then().statusCode(200);
        outreach.approveScript().then().statusCode(200);
        assertThat(published.typesOf(outreach.id())).endsWith("CallAttemptUndone", "ScriptApproved");
    }

    @Test
    void theReasonIsForgottenWithTheState() {
        StagedOutreach outreach = approvedForTheReplacedMail();
        outreach.moves("CLOSED");
        refusesScriptAndHomework(outreach);
        outreach.needsAttention("WRONG_NUMBER");
        refusesScriptAndHomework(outreach);
    }

    private StagedOutreach approvedForTheReplacedMail() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, null);
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        outreach.approveScript().then().statusCode(200);
        outreach.emailReopened();
        outreach.emailPrepared();
        outreach.needsAttention(MISMATCH);
        return outreach;
    }

    private void refusesScriptAndHomework(StagedOutreach outreach) {
        int before = published.of(outreach.id()).size();
        for (var refused : List.of(
                outreach.approveScript(),
                outreach.editScript("Something else"),
                outreach.saveHomework(Map.of("pain", "Another one")))) {
            refused.then().statusCode(409).body("code", equalTo("not-possible-now"));
        }
        assertThat(published.of(outreach.id())).hasSize(before);
    }
}
