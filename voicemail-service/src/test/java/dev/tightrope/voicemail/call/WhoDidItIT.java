package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.CallAttemptUndone;
import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.ConversationHeld;
import dev.tightrope.events.EmailReleased;
import dev.tightrope.events.EmailReopened;
import dev.tightrope.events.ExecutiveDeclined;
import dev.tightrope.events.HomeworkChanged;
import dev.tightrope.events.HomeworkCompleted;
import dev.tightrope.events.ScriptApproved;
import dev.tightrope.events.ScriptReopened;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.events.WrongNumberFound;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every event tells who did it: the rep, or the manager who did it for the rep. */
@QuarkusTest
class WhoDidItIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    SettableDatabaseTime time;

    @Inject
    ReleaseDueAttempts releases;

    private final UUID team = UUID.randomUUID();
    private final User rep = User.rep("Anna Berg");
    private final User manager = User.manager("Maj Holm");

    @BeforeEach
    void aTeam() {
        outreachService.knows(manager, team);
    }

    @Test
    void ofThePreparation() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, team);
        byManager(outreach, "/homework/", StagedOutreach.completeHomework());
        approve(manager, outreach);
        Map<String, Object> other = new HashMap<>(StagedOutreach.completeHomework());
        other.put("giveFirst", "A visit");
        byManager(outreach, "/homework/", other);
        byManager(outreach, "/scripts/", Map.of("text", outreach.script().path("text") + " Bye."));

        assertThat(published.of(outreach.id()))
                .extracting(TightropeEvent::getClass)
                .containsExactly(
                        HomeworkCompleted.class, ScriptApproved.class, HomeworkChanged.class, ScriptReopened.class);
        assertThat(published.of(outreach.id()))
                .extracting(TightropeEvent::actedBy)
                .containsOnly(manager.id());
    }

    @Test
    void ofAScriptReopenedWithItsEmail() {
        StagedOutreach outreach = StagedOutreach.prepared(outreachService, rep, team);
        outreach.saveHomework(StagedOutreach.completeHomework()).then().statusCode(200);
        approve(rep, outreach);
        outreachService.tells(
                new EmailReopened(outreach.ref(), outreach.emailVersion(), "A figure.", Instant.EPOCH, manager.id()));

        assertThat(published.of(outreach.id()))
                .last()
                .isInstanceOfSatisfying(
                        ScriptReopened.class,
                        reopened -> assertThat(reopened.actedBy()).isEqualTo(manager.id()));
    }

    @Test
    void ofAnUndoneAttempt() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, team);
        UUID attempt = outreach.attempted("VOICEMAIL_LEFT");
        String path = "/api/v1/call-attempts/" + attempt;
        rep.calls().get(path).then().body("undoneBy", nullValue());

        manager.calls().post(path + "/undo").then().statusCode(200).body("undoneBy", equalTo("" + manager.id()));
        rep.calls().post(path + "/undo").then().statusCode(200).body("undoneBy", equalTo("" + manager.id()));

        rep.calls()
                .get("/api/v1/call-attempts?outreachId=" + outreach.id())
                .then()
                .body("data[0].recordedBy", equalTo("" + rep.id()))
                .body("data[0].undoneBy", equalTo("" + manager.id()));
        assertThat(published.of(outreach.id()))
                .filteredOn(event -> event instanceof VoicemailLeft || event instanceof CallAttemptUndone)
                .extracting(TightropeEvent::actedBy)
                .containsExactly(rep.id(), manager.id());
    }

    @Test
    void anUndoneAttemptPlansNoOther() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, team);
        UUID attempt = outreach.attempted("NO_ANSWER");

        outreach.undo(attempt).then().statusCode(200).body("nextAttemptAt", nullValue());
    }

    @ParameterizedTest
    @EnumSource(CallOutcome.class)
    void ofACall(CallOutcome outcome) {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, team);
        Map<String, Object> body = new HashMap<>(Map.of("outreachId", outreach.id(), "outcome", outcome));
        if (outcome == CallOutcome.MEETING_AGREED) {
            body.put("meetingAt", time.now().plus(Duration.ofDays(3)).toString());
        }
        if (outcome == CallOutcome.REFERRED) {
            body.put("referredTo", Map.of("name", "Karin Ek"));
        }
        manager.sends(body).post("/api/v1/call-attempts").then().statusCode(201);
        time.pass(Duration.ofSeconds(60));
        releases.runOnce();

        assertThat(published.of(outreach.id()))
                .filteredOn(WhoDidItIT::isOfCall)
                .singleElement()
                .satisfies(event -> assertThat(event.actedBy()).isEqualTo(manager.id()));
        assertThat(published.of(outreach.id()))
                .filteredOn(EmailReleased.class::isInstance)
                .as("its window ended by itself")
                .allSatisfy(event -> assertThat(event.actedBy()).isNull());
    }

    private void byManager(StagedOutreach outreach, String resource, Map<String, ?> body) {
        String path = "/api/v1" + resource + outreach.id();
        String etag = manager.calls().get(path).header("ETag");
        manager.sends(body).header("If-Match", etag).put(path).then().statusCode(200);
    }

    private static void approve(User user, StagedOutreach outreach) {
        String etag = outreach.script().header("ETag");
        user.calls()
                .header("If-Match", etag)
                .post("/api/v1/scripts/" + outreach.id() + "/approval")
                .then()
                .statusCode(200);
    }

    private static boolean isOfCall(TightropeEvent event) {
        return event instanceof VoicemailLeft
                || event instanceof ConversationHeld
                || event instanceof CallUnsuccessful
                || event instanceof WrongNumberFound
                || event instanceof ExecutiveDeclined;
    }
}
