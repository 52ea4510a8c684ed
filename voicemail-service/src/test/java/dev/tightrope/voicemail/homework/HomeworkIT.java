package dev.tightrope.voicemail.homework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.events.HomeworkChanged;
import dev.tightrope.events.HomeworkCompleted;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HomeworkIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    private final User rep = User.rep("Anna Berg");

    @Test
    void itIsCompleteWithTheLastAnswerAndToldOnce() {
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, null);
        rep.calls()
                .get("/api/v1/homework/" + outreach.id())
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("complete", equalTo(false))
                .body("missing", contains("namePronunciation", "lookedUp", "pain", "giveFirst"));

        outreach.saveHomework(Map.of("pain", "They drive out twice.", "lookedUp", List.of("https://pulp.example/")))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("complete", equalTo(false))
                .body("missing", containsInAnyOrder("namePronunciation", "giveFirst"));
        assertThat(published.of(outreach.id())).isEmpty();

        outreach.saveHomework(StagedOutreach.completeHomework())
                .then()
                .statusCode(200)
                .body("complete", equalTo(true));
        Map<String, Object> again = new HashMap<>(StagedOutreach.completeHomework());
        again.put("giveFirst", null);
        outreach.saveHomework(again).then().statusCode(200).body("complete", equalTo(false));
        outreach.saveHomework(StagedOutreach.completeHomework())
                .then()
                .statusCode(200)
                .body("complete", equalTo(true));

        assertThat(published.typesOf(outreach.id()))
                .containsExactly("HomeworkCompleted", "HomeworkChanged", "HomeworkChanged");
        HomeworkCompleted completed =
                (HomeworkCompleted) published.of(outreach.id()).get(0);
        assertThat(completed.pain()).startsWith("Your service engineers");
        assertThat(completed.lookedUp()).isNotEmpty();
        assertThat(completed.ref()).isEqualTo(outreach.ref());
        assertThat(((HomeworkChanged) published.of(outreach.id()).get(1)).giveFirst())
                .isNull();
        assertThat(((HomeworkChanged) published.of(outreach.id()).get(2)).giveFirst())
                .isEqualTo(completed.giveFirst());
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        assertThat(published.of(outreach.id()))
                .as("the same answers again are no change")
                .hasSize(3);
    }

    @Test
    void everyWrongFieldIsNamed() {
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, null);

        outreach.saveHomework(Map.of(
                        "namePronunciation",
                        "two\nlines",
                        "lookedUp",
                        List.of("https://ok.example", "javascript:alert(1)", " ", "ftp://files.example", "http://"),
                        "pain",
                        "x".repeat(501),
                        "giveFirst",
                        "bell \007"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/namePronunciation",
                                "/lookedUp/1",
                                "/lookedUp/2",
                                "/lookedUp/3",
                                "/lookedUp/4",
                                "/pain",
                                "/giveFirst"));
        outreach.saveHomework(Map.of("lookedUp", Collections.nCopies(21, "https://pulp.example/")))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/lookedUp"));
        outreach.saveHomework(Map.of("pian", "typo")).then().statusCode(400);
        outreach.saveHomework(Map.of("pain", "nul \0")).then().statusCode(400);
    }

    @Test
    void nobodysAnswersAreOverwritten() {
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, null);
        String path = "/api/v1/homework/" + outreach.id();

        rep.sends(StagedOutreach.completeHomework()).put(path).then().statusCode(428);
        rep.sends(StagedOutreach.completeHomework())
                .header("If-Match", "\"0\"")
                .put(path)
                .then()
                .statusCode(200);
        rep.sends(Map.of()).header("If-Match", "\"0\"").put(path).then().statusCode(412);
        rep.calls().get(path).then().body("complete", equalTo(true));
    }

    @Test
    void afterTheCallItIsWhatItWas() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreach.saveHomework(Map.of("pain", "Another one"))
                .then()
                .statusCode(409)
                .body("code", equalTo("script-approved"))
                .body("missing", containsInAnyOrder("namePronunciation", "lookedUp", "giveFirst"));
        outreach.moves("SENDING_EMAIL");
        outreach.saveHomework(StagedOutreach.completeHomework())
                .then()
                .statusCode(409)
                .body("code", equalTo("not-possible-now"))
                .body("state", equalTo("SENDING_EMAIL"));
    }

    @Test
    void anotherRoundStartsWithTheAnswersOfTheOneBeforeYetToBeConfirmed() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        String before = rep.calls().get("/api/v1/homework/" + outreach.id()).header("ETag");
        outreach.moves("FOLLOW_UP_DUE");
        outreach.nextRound();
        outreach.emailPrepared();

        rep.calls()
                .get("/api/v1/homework/" + outreach.id())
                .then()
                .statusCode(200)
                .body("round", equalTo(2))
                .body("carriedOver", equalTo(true))
                .body("complete", equalTo(false))
                .body("missing", contains("confirmation"))
                .body("pain", containsString("drive out twice"));
        outreach.approveScript()
                .then()
                .statusCode(409)
                .body("code", equalTo("homework-incomplete"))
                .body("missing", contains("confirmation"))
                .body("mustHappenFirst[0]", containsString("missing: confirmation"))
                .body("mustHappenFirst[1]", containsString("confirm them for this one"));
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        rep.sends(Map.of())
                .header("If-Match", before)
                .put("/api/v1/homework/" + outreach.id())
                .then()
                .statusCode(412);
        assertThat(published.typesOf(outreach.id()))
                .containsExactly("HomeworkCompleted", "ScriptApproved", "HomeworkCompleted");
    }

    @Test
    void whatWasFoundAboutAProspectIsUsedByItsNextOutreach() {
        UUID team = UUID.randomUUID();
        User colleague = User.rep("Bo Ek");
        outreachService.knows(rep, team);
        outreachService.knows(colleague, team);
        StagedOutreach first = StagedOutreach.readyToCall(outreachService, colleague, team);
        first.moves("CLOSED");
        StagedOutreach next = StagedOutreach.openedAt(first.ref().prospectId(), outreachService, rep, team);

        rep.calls()
                .get("/api/v1/homework/" + next.id())
                .then()
                .statusCode(200)
                .body("executiveName", equalTo("Sture Lindqvist"))
                .body("executiveTitle", equalTo("CEO"))
                .body("carriedOver", equalTo(true))
                .body("complete", equalTo(false))
                .body("missing", containsInAnyOrder("namePronunciation", "confirmation"))
                .body("namePronunciation", nullValue())
                .body("pain", containsString("drive out twice"));
        outreachService.tells(new ExecutiveCorrected(next.ref(), first.executive(), Instant.EPOCH));
        rep.calls()
                .get("/api/v1/homework/" + next.id())
                .then()
                .body("namePronunciation", equalTo("STOO-reh LIND-kvist"))
                .body("missing", contains("confirmation"));

        next.saveHomework(Map.of("pain", "They pay twice.")).then().statusCode(200);
        StagedOutreach later = StagedOutreach.openedAt(first.ref().prospectId(), outreachService, colleague, team);
        later.saveHomework(Map.of("pain", "They pay thrice.")).then().statusCode(200);
        rep.calls()
                .get("/api/v1/homework/" + next.id())
                .then()
                .body("carriedOver", equalTo(false))
                .body("pain", equalTo("They pay twice."))
                .body("lookedUp", empty());
    }

    @Test
    void whatAnotherTeamFoundIsNotShown() {
        StagedOutreach first = StagedOutreach.readyToCall(outreachService, User.rep("Bo Ek"), UUID.randomUUID());
        UUID prospect = first.ref().prospectId();

        for (UUID team : Arrays.asList(UUID.randomUUID(), null)) {
            StagedOutreach next = StagedOutreach.openedAt(prospect, outreachService, rep, team);
            rep.calls()
                    .get("/api/v1/homework/" + next.id())
                    .then()
                    .statusCode(200)
                    .body("carriedOver", equalTo(false))
                    .body("pain", nullValue());
        }
    }

    @Test
    void theTeamSeesWhatAColleagueFoundAndNobodyElseDoes() {
        UUID team = UUID.randomUUID();
        User colleague = User.rep("Bo Ek");
        User stranger = User.rep("Eva Dal");
        User strangersManager = User.manager("Maria Ek");
        outreachService.knows(rep, team);
        outreachService.knows(colleague, team);
        outreachService.knows(stranger, UUID.randomUUID());
        outreachService.knows(strangersManager, UUID.randomUUID());
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, team);
        outreach.moves("FOLLOW_UP_DUE");
        outreach.nextRound();
        outreach.saveHomework(Map.of("pain", "They pay twice.")).then().statusCode(200);
        String list = "/api/v1/homework?prospectId=" + outreach.ref().prospectId();

        for (User one : List.of(rep, colleague, User.admin("Root"))) {
            one.calls()
                    .get(list)
                    .then()
                    .statusCode(200)
                    .body("data", hasSize(1))
                    .body("data[0].prospectName", equalTo("Pulp & Paper AB"))
                    .body("data[0].executiveName", equalTo("Sture Lindqvist"))
                    .body("data[0].pain", equalTo("They pay twice."))
                    .body("data[0].foundBy", equalTo("Anna Berg"));
        }
        for (User one : List.of(stranger, strangersManager)) {
            one.calls().get(list).then().statusCode(200).body("data", empty());
        }
        colleague.calls().get("/api/v1/homework/" + outreach.id()).then().statusCode(404);
        colleague
                .calls()
                .get("/api/v1/homework?prospectId=" + UUID.randomUUID())
                .then()
                .body("data", empty());
        colleague.calls().get("/api/v1/homework?prospectId=mine").then().statusCode(400);
    }
}
