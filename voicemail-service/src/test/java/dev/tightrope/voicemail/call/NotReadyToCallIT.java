package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.tightrope.events.EmailReopened;
import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No attempt is recorded before everything is ready, nor once it is not any more. */
@QuarkusTest
class NotReadyToCallIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Anna Berg");

    @ParameterizedTest
    @ValueSource(
            strings = {"PREPARING_EMAIL", "AWAITING_RESPONSE", "RESPONDED", "ENGAGED", "NEEDS_ATTENTION", "CLOSED"})
    void onlyWhatIsReadyIsCalled(String state) {
        StagedOutreach outreach = StagedOutreach.opened(outreachService, rep, null);
        if (!state.equals("PREPARING_EMAIL")) {
            outreach.moves(state);
        }

        outreach.attempt("VOICEMAIL_LEFT")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("not-possible-now"))
                .body("state", equalTo(state))
                .body("tried", equalTo("CALL_ATTEMPT_RECORDED"))
                .body("mustHappenFirst[0]", notNullValue());
        assertThat(published.of(outreach.id())).isEmpty();
    }

    @Test
    void whileTheMailIsReopenedNobodyCalls() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreachService.tells(new EmailReopened(outreach.ref(), 1, "A figure", Instant.EPOCH, null));

        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("state", equalTo("PREPARING_EMAIL"));
    }

    @Test
    void withoutPermissionToNameTheCompetitorNobodyIsCalled() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        outreachService.tells(
                new StoryPermissionEnded(outreach.ref(), UUID.randomUUID(), "Kärnvärme AB", Instant.EPOCH, null));

        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("code", equalTo("permission-ended"));
    }

    @Test
    void aScriptOfAnotherMailIsNeverReadOutWhateverWentWrongBefore() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        jdbi.useHandle(handle ->
                handle.execute("update outreach set email_hash = 'another' where outreach_id = ?", outreach.id()));

        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("code", equalTo("email-changed"));
        assertThat(published.ofCalls(outreach.id())).isEmpty();
    }
}
