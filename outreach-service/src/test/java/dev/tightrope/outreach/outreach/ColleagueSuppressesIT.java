package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.outreach.OutboxContents;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a colleague puts on the suppression list holds at once, but frees no company that is held by somebody else. */
@QuarkusTest
class ColleagueSuppressesIT {
    private static final String ATTENTION = "dev.tightrope.outreach.attention-needed.v1";

    @Inject
    Scene scene;

    @Inject
    InState inState;

    @Inject
    OutboxContents outbox;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");
    private final User colleague = User.rep("Carl Colleague");
    private final User manager = User.manager("Mona Manager");
    private Stage stage;
    private UUID id;

    @BeforeEach
    void open() {
        scene.teamOf(manager, rep);
        stage = scene.stage();
        id = scene.opened(rep, stage);
    }

    @ParameterizedTest
    @EnumSource(value = OutreachState.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
    void theCompanyStaysHeldAndItsRepIsTold(OutreachState state) {
        inState.bring(rep, id, state);

        suppress(colleague);

        assertThat(suppressed()).isTrue();
        boolean notOutYet = switch (state) {
            case PREPARING_EMAIL, PREPARING_SCRIPT, READY_TO_CALL, SENDING_EMAIL -> true;
            default -> false;
        };
        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo(notOutYet ? "NEEDS_ATTENTION" : state.name()))
                .body("hold.exclusive", equalTo(true));
        assertThat(scene.view(id).mailDue()).isFalse();
        assertThat(outbox.of(ATTENTION, id)).last().satisfies(told -> {
            assertThat(told.path("reason").asText()).isEqualTo("SUPPRESSED");
            assertThat(told.path("detail").asText()).contains("Carl Colleague", "OPTED_OUT");
        });
        assertThat(scene.published(id).contains("email-withheld")).isEqualTo(state == OutreachState.SENDING_EMAIL);
        Stage theirs = withAnotherExecutive();
        Scene.post(colleague, "/outreaches", theirs.opening())
                .statusCode(409)
                .body("heldBy.ownerName", equalTo("Rita Rep"));

        close(rep).statusCode(200).body("outcome", equalTo("OPTED_OUT"));
        Scene.post(colleague, "/outreaches", theirs.opening()).statusCode(201);
    }

    @Test
    void itsManagerConfirmsItToo() {
        inState.bring(rep, id, OutreachState.AWAITING_RESPONSE);
        suppress(colleague);

        close(colleague).statusCode(404);
        close(manager).statusCode(200).body("outcome", equalTo("OPTED_OUT"));
    }

    @Test
    void nothingEndsAsOptedOutWithNobodyOnTheList() {
        close(rep).statusCode(422).body("code", equalTo("closure-by-opt-out"));
        add(colleague, "PHONE", stage.phone());
        close(rep).statusCode(422).body("errors[0].message", containsString("suppress the address"));
        assertThat(scene.view(id).state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
    }

    @Test
    void ownersTheirManagersAndAdminsEndItAtOnce() {
        for (User user : List.of(rep, manager, User.of("Ada Admin", "admin"))) {
            Stage own = scene.stage();
            UUID outreach = scene.waiting(rep, own);

            add(user, "EMAIL", own.email());

            assertThat(scene.view(outreach).outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
        }
    }

    @Test
    void aManagerOfAnotherTeamEndsItForTheWholeCompanyOnly() {
        User stranger = User.manager("Max Manager");
        scene.teamOf(stranger);

        add(stranger, "EMAIL", stage.email());
        assertThat(scene.view(id).state()).isEqualTo(OutreachState.NEEDS_ATTENTION);
        add(stranger, "DOMAIN", stage.domain());
        assertThat(scene.view(id).outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
    }

    @Test
    void anAnswerAColleagueMakesUpInAnOutreachOfTheirOwnFreesNothingEither() {
        inState.bring(rep, id, OutreachState.AWAITING_RESPONSE);
        UUID own = scene.waiting(colleague, scene.stage());
        String response = Scene.post(
                        colleague,
                        "/outreaches/" + own + "/responses",
                        Map.of("channel", "OTHER", "from", Map.of("email", stage.email()), "text", "stop"))
                .statusCode(201)
                .extract()
                .path("id");
        Scene.post(
                        colleague,
                        "/outreaches/" + own + "/responses/" + response + "/disposition",
                        Map.of("meaning", "OPTED_OUT"))
                .statusCode(200);

        assertThat(suppressed()).isTrue();
        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("AWAITING_RESPONSE"))
                .body("hold.exclusive", equalTo(true));
        Scene.get(rep, "/outreaches/" + id + "/history")
                .body("data.find { it.trigger == 'OPT_OUT_REPORTED' }.actorName", equalTo("Carl Colleague"));
    }

    @Test
    void nothingLeadsBackToACallWhileTheAddressIsOnTheList() {
        inState.bring(rep, id, OutreachState.READY_TO_CALL);
        scene.event(id, new OutreachTrigger.WrongNumberFound(scene.newId(), stage.phone()));
        suppress(colleague);
        Scene.get(rep, "/outreaches/" + id).body("attention.reason", equalTo("SUPPRESSED"));

        Scene.post(rep, "/outreaches/" + id + "/executive-correction", Map.of("phone", "+46701740698"))
                .statusCode(422);
        Map<String, Object> executive = new HashMap<>();
        executive.put("prospectId", stage.prospectId());
        executive.put("name", "Eva Ek");
        executive.put("email", stage.email());
        executive.put("phone", "+46701740698");
        rep.sends(executive)
                .header("If-Match", "*")
                .put("/api/v1/executives/" + stage.executiveId())
                .then()
                .statusCode(200);

        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("NEEDS_ATTENTION"))
                .body("attention.reason", equalTo("SUPPRESSED"));
    }

    private void suppress(User user) {
        add(user, "EMAIL", stage.email());
    }

    private static void add(User user, String kind, String value) {
        Scene.post(
                        user,
                        "/suppressions",
                        Map.of("kind", kind, "value", value, "reason", "asked us to stop", "source", "a call"))
                .statusCode(201);
    }

    private ValidatableResponse close(User user) {
        return Scene.post(user, "/outreaches/" + id + "/closure", Map.of("outcome", "OPTED_OUT"));
    }

    private Stage withAnotherExecutive() {
        String email = "cfo@" + stage.domain();
        UUID executive = scene.executive(stage.prospectId(), email, "+46701740697", "YES");
        return new Stage(stage.prospectId(), executive, stage.storyId(), stage.domain(), email, "+46701740697");
    }

    private boolean suppressed() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT is_suppressed(:email, NULL)")
                .bind("email", stage.email())
                .mapTo(Boolean.class)
                .one());
    }
}
