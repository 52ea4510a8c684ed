package dev.tightrope.outreach.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmailIT {
    @Inject
    Jdbi jdbi;

    @Test
    void theDraftIsThereAsSoonAsTheOutreachIsOpen() {
        RunningOutreach outreach = RunningOutreach.opened();

        JsonPath email = outreach.email();

        assertThat(email.getString("status")).isEqualTo("DRAFT");
        assertThat(email.getString("subject")).contains("Nordström Kyl AB");
        assertThat(email.getString("textBody")).contains("Karin Berg", "38 %", "maintenance manager");
        assertThat(email.getString("from.address")).isEqualTo(outreach.rep().email());
        assertThat(email.getString("to.address")).isEqualTo(outreach.executiveAddress());
        assertThat(email.getList("checks")).isEmpty();
    }

    @Test
    void anEditIsKeptAndExaminedAtOnce() {
        RunningOutreach outreach = RunningOutreach.opened();

        Response changed = put(outreach, etag(outreach), Map.of("subject", "Hello", "textBody", "Short {{pain}}"));

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.jsonPath().getList("checks.code", String.class))
                .contains("COMPETITOR_NOT_IN_SUBJECT", "COMPETITOR_NOT_IN_BODY", "UNRESOLVED_TOKEN", "TOO_SHORT");
        assertThat(changed.jsonPath().getString("htmlBody")).isEqualTo("<p>Short {{pain}}</p>");
        assertThat(changed.header("ETag")).isEqualTo(etag(outreach));
    }

    @Test
    void aStaleOrMissingETagIsRefused() {
        RunningOutreach outreach = RunningOutreach.opened();
        String stale = etag(outreach);
        put(outreach, stale, Map.of("subject", "One", "textBody", "one"));

        assertThat(put(outreach, stale, Map.of("subject", "Two", "textBody", "two"))
                        .statusCode())
                .isEqualTo(412);
        outreach.rep()
                .sends(Map.of("subject", "Two", "textBody", "two"))
                .put(path(outreach))
                .then()
                .statusCode(428);
        assertThat(outreach.email().getString("subject")).isEqualTo("One");
    }

    @Test
    void lineBreaksCannotReachAHeader() {
        RunningOutreach outreach = RunningOutreach.opened();

        Response refused =
                put(outreach, etag(outreach), Map.of("subject", "Hi\r\nBcc: x@y.example", "textBody", "text"));

        assertThat(refused.statusCode()).isIn(400, 422);
        assertThat(refused.jsonPath().getList("errors.pointer", String.class)).contains("/subject");
    }

    @Test
    void ownHtmlIsSanitised() {
        RunningOutreach outreach = RunningOutreach.opened();

        JsonPath changed = put(
                        outreach,
                        etag(outreach),
                        Map.of(
                                "subject",
                                "About NK",
                                "textBody",
                                "NK",
                                "htmlBody",
                                "<p>NK<script>x()</script><img src=\"https://t.example/o.gif\"></p>"))
                .jsonPath();

        assertThat(changed.getString("htmlBody")).isEqualTo("<p>NK</p>");
        assertThat(changed.getBoolean("htmlEdited")).isTrue();
    }

    @Test
    void errorsBlockApprovalAndAreListed() {
        RunningOutreach outreach = RunningOutreach.opened();
        put(outreach, etag(outreach), Map.of("subject", "Hello", "textBody", "Short"));

        outreach.rep()
                .calls()
                .header("If-Match", etag(outreach))
                .post(path(outreach) + "/approval")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/subject"))
                .body("errors.message", hasItem(containsString("COMPETITOR_NOT_IN_BODY")))
                .body("checks.code", hasItem("TOO_SHORT"));
        assertThat(outreach.view().state()).isEqualTo(OutreachState.PREPARING_EMAIL);
    }

    @Test
    void approvalLocksAndTellsTheScript() {
        RunningOutreach outreach = RunningOutreach.opened();

        outreach.approveEmail();

        JsonPath email = outreach.email();
        assertThat(email.getString("status")).isEqualTo("APPROVED");
        assertThat(email.getInt("approval.version")).isEqualTo(1);
        EmailContent content = new EmailContent(
                new Mailbox(email.getString("from.name"), email.getString("from.address")),
                new Mailbox(email.getString("to.name"), email.getString("to.address")),
                email.getString("subject"),
                email.getString("textBody"),
                email.getString("htmlBody"));
        assertThat(email.getString("approval.hash")).isEqualTo(content.hash());
        assertThat(outreach.view().state()).isEqualTo(OutreachState.PREPARING_SCRIPT);
        assertThat(outreach.view().emailHash()).isEqualTo(content.hash());
        assertThat(outreach.published()).contains("dev.tightrope.outreach.email-prepared.v1");
    }

    @Test
    void approvingTwiceIsRefusedWithTheState() {
        RunningOutreach outreach = RunningOutreach.opened();
        outreach.approveEmail();

        outreach.rep()
                .calls()
                .header("If-Match", etag(outreach))
                .post(path(outreach) + "/approval")
                .then()
                .statusCode(409)
                .body("state", org.hamcrest.Matchers.equalTo("PREPARING_SCRIPT"))
                .body("tried", org.hamcrest.Matchers.equalTo("EMAIL_APPROVED"))
                .body(
                        "mustHappenFirst",
                        org.hamcrest.Matchers.contains(org.hamcrest.Matchers.containsString("has to be reopened")));
    }

    @Test
    void approvingAgainIsRefusedWithTheStateEvenWhenTheAddressIsGone() {
        RunningOutreach outreach = RunningOutreach.opened();
        outreach.approveEmail();
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE executive SET email = NULL WHERE id = :id")
                .bind("id", UUID.fromString(outreach.executiveId()))
                .execute());

        outreach.rep()
                .calls()
                .header("If-Match", etag(outreach))
                .post(path(outreach) + "/approval")
                .then()
                .statusCode(409)
                .body("code", org.hamcrest.Matchers.equalTo("not-possible-now"))
                .body("state", org.hamcrest.Matchers.equalTo("PREPARING_SCRIPT"));
    }

    @Test
    void approvingWithoutSayingWhatWasReadIsRefused() {
        RunningOutreach outreach = RunningOutreach.opened();

        outreach.rep()
                .calls()
                .post(path(outreach) + "/approval")
                .then()
                .statusCode(428)
                .body("detail", containsString("If-Match"))
                .body("detail", containsString("GET " + path(outreach) + "."));
        assertThat(outreach.view().state()).isEqualTo(OutreachState.PREPARING_EMAIL);
    }

    @Test
    void approvingAnOldReadingIsRefused() {
        RunningOutreach outreach = RunningOutreach.opened();
        String read = etag(outreach);
        put(outreach, read, edited(outreach));

        outreach.rep()
                .calls()
                .header("If-Match", read)
                .post(path(outreach) + "/approval")
                .then()
                .statusCode(412);
    }

    @Test
    void aReopenedDraftIsCheckedLikeAFreshOne() {
        RunningOutreach outreach = RunningOutreach.opened();
        Map<String, Object> short_ = Map.of(
                "subject",
                outreach.email().getString("subject"),
                "textBody",
                outreach.email().getString("textBody").substring(0, 250));
        put(outreach, etag(outreach), short_).then().statusCode(200);
        List<String> found = outreach.email().getList("checks.code");
        assertThat(found).contains("TOO_SHORT");
        outreach.approveEmail();

        outreach.rep()
                .sends(Map.of("reason", "too short"))
                .post(path(outreach) + "/reopening")
                .then()
                .statusCode(200)
                .body("status", org.hamcrest.Matchers.equalTo("DRAFT"))
                .body("checks.code", org.hamcrest.Matchers.equalTo(found));
        assertThat(outreach.email().<String>getList("checks.code")).isEqualTo(found);
    }

    @Test
    void changingALockedEmailReopensItAndVoidsWhatFollowed() {
        RunningOutreach outreach = RunningOutreach.readyToCall();
        String hash = outreach.emailHash();

        assertThat(put(outreach, etag(outreach), edited(outreach)).statusCode()).isEqualTo(200);

        assertThat(outreach.email().getString("status")).isEqualTo("DRAFT");
        assertThat(outreach.view().state()).isEqualTo(OutreachState.PREPARING_EMAIL);
        assertThat(outreach.view().emailHash()).isNull();
        assertThat(outreach.published()).contains("dev.tightrope.outreach.email-reopened.v1");
        outreach.approveEmail();
        assertThat(outreach.emailVersion()).isEqualTo(2);
        assertThat(outreach.emailHash()).isNotEqualTo(hash);
    }

    @Test
    void reopeningByCommand() {
        RunningOutreach outreach = RunningOutreach.readyToCall();

        outreach.rep()
                .sends(Map.of("reason", "a better figure"))
                .post(path(outreach) + "/reopening")
                .then()
                .statusCode(200);

        assertThat(outreach.view().state()).isEqualTo(OutreachState.PREPARING_EMAIL);
        assertThat(outreach.email().getString("status")).isEqualTo("DRAFT");
    }

    @Test
    void afterTheVoicemailNothingCanBeChanged() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        String text = outreach.email().getString("textBody");

        assertThat(put(outreach, etag(outreach), edited(outreach)).statusCode()).isEqualTo(409);
        outreach.rep()
                .sends(Map.of("reason", "too late"))
                .post(path(outreach) + "/reopening")
                .then()
                .statusCode(409);

        assertThat(outreach.email().getString("textBody")).isEqualTo(text);
        assertThat(outreach.email().getString("status")).isEqualTo("APPROVED");
    }

    @Test
    void anUndoneAttemptLeavesTheEmailLocked() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();

        outreach.event(new OutreachTrigger.CallAttemptUndone(outreach.attemptId()));

        assertThat(outreach.view().state()).isEqualTo(OutreachState.READY_TO_CALL);
        assertThat(outreach.email().getString("status")).isEqualTo("APPROVED");
        assertThat(outreach.deliveries().getList("data")).isEmpty();
    }

    @Test
    void anotherRepsEmailIsNotThere() {
        RunningOutreach outreach = RunningOutreach.opened();
        User stranger = User.rep("Stranger");
        stranger.calls().get("/api/v1/me").then().statusCode(200);

        stranger.calls().get(path(outreach)).then().statusCode(404);
        stranger.calls()
                .header("If-Match", etag(outreach))
                .post(path(outreach) + "/approval")
                .then()
                .statusCode(404);
        stranger.calls()
                .header("If-Match", etag(outreach))
                .body(Map.of("subject", "s", "textBody", "t"))
                .put(path(outreach))
                .then()
                .statusCode(404);
        stranger.calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/deliveries")
                .then()
                .statusCode(404);
    }

    private static Map<String, Object> edited(RunningOutreach outreach) {
        JsonPath email = outreach.email();
        Map<String, Object> change = new LinkedHashMap<>();
        change.put("subject", email.getString("subject"));
        change.put("textBody", email.getString("textBody").replace("so far", "within a year"));
        return change;
    }

    private static Response put(RunningOutreach outreach, String etag, Map<String, Object> change) {
        return outreach.rep().sends(change).header("If-Match", etag).put(path(outreach));
    }

    private static String etag(RunningOutreach outreach) {
        return outreach.rep().calls().get(path(outreach)).header("ETag");
    }

    private static String path(RunningOutreach outreach) {
        return "/api/v1/outreaches/" + outreach.id() + "/email";
    }
}
