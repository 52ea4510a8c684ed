package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.api.Visibility;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import dev.tightrope.voicemail.hold.CompanyHolds;
import dev.tightrope.voicemail.hours.ExecutivePlaces;
import dev.tightrope.voicemail.outreach.OpenSuggestions;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.WrongNumbers;
import dev.tightrope.voicemail.script.Scripts;
import dev.tightrope.voicemail.suppression.Suppressions;
import dev.tightrope.voicemail.time.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With an undo window of zero nothing waits: what follows from an attempt is told in the transaction that records it. */
@QuarkusTest
class NoUndoWindowIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    Jdbi jdbi;

    @Inject
    ExecutivePlaces places;

    @Inject
    PlanNextAttempt plan;

    @Inject
    SettableDatabaseTime time;

    @Inject
    Outreaches outreaches;

    @Inject
    Scripts scripts;

    @Inject
    Suppressions suppressions;

    @Inject
    CompanyHolds holds;

    @Inject
    OpenSuggestions suggestions;

    @Inject
    WrongNumbers wrongNumbers;

    @Inject
    CallAttempts attempts;

    @Inject
    Outbox outbox;

    @Inject
    Ids ids;

    @Inject
    Event<AttemptRecorded> told;

    private final User rep = User.rep("Anna Berg");

    @ParameterizedTest
    @CsvSource({
        "VOICEMAIL_LEFT, VoicemailLeft EmailReleased",
        "SPOKEN, ConversationHeld EmailReleased",
        "BUSY, CallUnsuccessful",
        "WRONG_NUMBER, WrongNumberFound",
        "DECLINED, ExecutiveDeclined"
    })
    void everythingIsToldAtOnce(CallOutcome outcome, String events) {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        CallAttempt attempt = QuarkusTransaction.requiringNew().call(() -> record(outreach, outcome));

        assertThat(attempt.status()).isEqualTo(AttemptStatus.RELEASED);
        assertThat(published
                        .typesOf(outreach.id())
                        .subList(2, published.of(outreach.id()).size()))
                .containsExactly(events.split(" "));
        rep.calls()
                .post("/api/v1/call-attempts/" + attempt.id() + "/undo")
                .then()
                .statusCode(409)
                .body("code", equalTo("undo-window-over"));
    }

    @Test
    void whatIsRolledBackWasNeverTold() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    record(outreach, CallOutcome.VOICEMAIL_LEFT);
                    throw new IllegalStateException("killed before the commit");
                }))
                .hasMessageContaining("killed");

        assertThat(published.typesOf(outreach.id())).containsExactly("HomeworkCompleted", "ScriptApproved");
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    private CallAttempt record(StagedOutreach outreach, CallOutcome outcome) {
        RecordCallAttempt recordCallAttempt = new RecordCallAttempt(
                jdbi,
                time,
                outreaches,
                scripts,
                suppressions,
                holds,
                suggestions,
                wrongNumbers,
                attempts,
                outbox,
                new CallSettingsForTests(Duration.ZERO, List.of(PlanStep.SOON), 3),
                places,
                plan,
                ids,
                told);
        CallAttemptRequest request =
                new CallAttemptRequest(outreach.id(), outcome, null, null, null, null, null, null, null);
        return recordCallAttempt.record(request, new Visibility(rep.id(), null, false));
    }
}
