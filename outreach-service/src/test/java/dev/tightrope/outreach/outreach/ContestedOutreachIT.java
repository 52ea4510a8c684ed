package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.outreach.OutboxContents;
import dev.tightrope.outreach.lifecycle.OutreachState;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two reps hold what has become one company: the later one makes no contact before a manager allows it. */
@QuarkusTest
class ContestedOutreachIT {
    private static final String HELD = "dev.tightrope.outreach.company-held.v1";
    private static final String ATTENTION = "dev.tightrope.outreach.attention-needed.v1";

    @Inject
    Scene scene;

    @Inject
    InState inState;

    @Inject
    OutboxContents outbox;

    @Inject
    Jdbi jdbi;

    private final User earlier = User.rep("Rita Rep");
    private final User later = User.rep("Carl Colleague");
    private final User manager = User.manager("Mona Manager");
    private Stage one;
    private Stage other;
    private UUID first;
    private UUID second;

    @BeforeEach
    void twoCompanies() {
        scene.teamOf(manager, later);
        one = scene.stage();
        other = scene.stage();
        first = scene.opened(earlier, one);
        second = scene.opened(later, other);
    }

    @Test
    void itsEmailIsNotApprovedBeforeAManagerAllowsIt() {
        join();

        Scene.approval(later, second)
                .statusCode(409)
                .body("code", equalTo("company-held"))
                .body("heldBy.ownerName", equalTo("Rita Rep"))
                .body("detail", containsString("hold-override"));
        Scene.get(later, "/outreaches/" + second)
                .body("state", equalTo("PREPARING_EMAIL"))
                .body("hold.contestedBy", equalTo("Rita Rep"))
                .body("next.commands.find { it.command == 'email-approval' }.possible", equalTo(false))
                .body("next.commands.find { it.command == 'email-approval' }.first", containsString("Rita Rep"))
                .body("next.commands.find { it.command == 'hold-override' }.possible", equalTo(true));
        Scene.get(earlier, "/outreaches/" + first)
                .body("next.commands.find { it.command == 'email-approval' }.possible", equalTo(true));

        allow(manager, second).statusCode(200).body("hold.contestedBy", nullValue());
        Scene.approval(later, second).statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(value = OutreachState.class, mode = EnumSource.Mode.EXCLUDE, names = "CLOSED")
    void aManagerAllowsItInEveryOpenStateAndItStaysThere(OutreachState state) {
        inState.bring(later, second, state);
        join();
        assertThat(contestedBy(second)).endsWith("Rita Rep");

        allow(manager, second)
                .statusCode(200)
                .body("state", equalTo(state.name()))
                .body("hold.contested", equalTo(false))
                .body("hold.exclusive", equalTo(false))
                .body("hold.overrideReason", equalTo("two divisions"));

        assertThat(contestedBy(second)).endsWith("Rita Rep", "");
        allow(manager, second).statusCode(409).body("code", equalTo("hold-not-contested"));
    }

    @Test
    void bothRepsAreToldWhoAllowedItAndWhy() {
        join();
        allow(manager, second).statusCode(200);

        for (UUID outreach : List.of(first, second)) {
            assertThat(outbox.of(ATTENTION, outreach))
                    .extracting(told -> told.path("reason").asText())
                    .containsExactly("COMPANY_HELD", "HOLD_ALLOWED");
            Scene.get(outreach.equals(first) ? earlier : later, "/outreaches/" + outreach + "/history")
                    .body("data.find { it.trigger == 'HOLD_OVERRIDDEN' }.actorName", equalTo("Mona Manager"))
                    .body("data.find { it.trigger == 'HOLD_OVERRIDDEN' }.data.reason", equalTo("two divisions"))
                    .body(
                            "data.find { it.trigger == 'HOLD_OVERRIDDEN' }.cause",
                            allOf(
                                    containsString("two divisions"),
                                    containsString(outreach.equals(first) ? "Carl Colleague" : "Rita Rep")));
        }
    }

    @Test
    void nobodyButTheirManagersAllowsIt() {
        join();
        User stranger = User.manager("Max Manager");
        scene.teamOf(stranger);

        allow(later, second).statusCode(403);
        allow(earlier, second).statusCode(404);
        allow(stranger, second).statusCode(404);
        command(manager, second, "/hold-override", Map.of()).statusCode(400);
        Scene.get(later, "/outreaches/" + second).body("hold.contested", equalTo(true));
        allow(User.of("Ada Admin", "admin"), second).statusCode(200);
    }

    @Test
    void whatIsNotContestedHasNothingToAllow() {
        allow(manager, second).statusCode(409).body("code", equalTo("hold-not-contested"));
        command(later, second, "/cancellation", Map.of()).statusCode(200);
        allow(manager, second)
                .statusCode(409)
                .body("state", equalTo("CLOSED"))
                .body("tried", equalTo("HOLD_OVERRIDDEN"))
                .body("mustHappenFirst[0]", containsString("Another outreach"));
    }

    @Test
    void theServicesAreToldWhenTheOtherOneCloses() {
        join();
        assertThat(contestedBy(second)).containsExactly("", "Rita Rep");
        assertThat(contestedBy(first)).allMatch(String::isEmpty);

        command(earlier, first, "/cancellation", Map.of()).statusCode(200);

        assertThat(contestedBy(second)).containsExactly("", "Rita Rep", "");
        Scene.get(later, "/outreaches/" + second)
                .body("hold.exclusive", equalTo(true))
                .body("hold.contestedBy", nullValue());
        Scene.approval(later, second).statusCode(200);
    }

    @Test
    void theServicesAreToldWhenTheCompaniesAreSplitAgain() {
        join();

        put(null, true).statusCode(200);

        assertThat(contestedBy(second)).endsWith("Rita Rep", "");
        Scene.approval(later, second).statusCode(200);
    }

    @Test
    void whoeverContestsItIsNamedAlsoWhenOneOfThemCloses() {
        join();
        Map<String, Object> beside = one.opening();
        beside.put("overrideReason", "three divisions");
        User boss = User.manager("Bea Boss");
        Scene.post(boss, "/outreaches", beside).statusCode(201);
        assertThat(contestedBy(second)).endsWith("Rita Rep and Bea Boss");

        command(earlier, first, "/cancellation", Map.of()).statusCode(200);

        assertThat(contestedBy(second)).endsWith("Bea Boss");
        Scene.approval(later, second).statusCode(409).body("heldBy.ownerName", equalTo("Bea Boss"));
    }

    @Test
    void aLateAnswerToldOfIsContestedForTheServicesToo() {
        inState.bring(later, second, OutreachState.FOLLOW_UP_DUE);
        command(later, second, "/closure", Map.of("outcome", "NO_RESPONSE")).statusCode(200);
        scene.opened(earlier, other);
        command(
                        later,
                        second,
                        "/responses",
                        Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "we are interested"))
                .statusCode(201);

        assertThat(contestedBy(second)).endsWith("Rita Rep");
    }

    /** By whom its holds were contested, each time they were told of; empty where they were not. */
    private List<String> contestedBy(UUID outreach) {
        List<UUID> holds = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM company_hold WHERE outreach_id = :outreach ORDER BY taken_at")
                .bind("outreach", outreach)
                .mapTo(UUID.class)
                .list());
        return holds.stream()
                .flatMap(hold -> outbox.of(HELD, hold).stream())
                .map((JsonNode told) -> told.path("contestedBy").asText(""))
                .map(name -> name.equals("null") ? "" : name)
                .toList();
    }

    private ValidatableResponse allow(User user, UUID outreach) {
        return command(user, outreach, "/hold-override", Map.of("reason", "two divisions"));
    }

    private static ValidatableResponse command(User user, UUID outreach, String command, Object body) {
        return Scene.post(user, "/outreaches/" + outreach + command, body);
    }

    private void join() {
        put(one.prospectId(), false).statusCode(200);
    }

    private ValidatableResponse put(@Nullable UUID parent, boolean separate) {
        Map<String, Object> body = new HashMap<>();
        body.put("overrideReason", "they merged");
        body.put("name", "Prospect " + other.domain());
        body.put("domains", List.of(other.domain()));
        body.put("parentId", parent);
        body.put("separate", separate);
        return manager.sends(body)
                .header("If-Match", "*")
                .put("/api/v1/prospects/" + other.prospectId())
                .then();
    }
}
