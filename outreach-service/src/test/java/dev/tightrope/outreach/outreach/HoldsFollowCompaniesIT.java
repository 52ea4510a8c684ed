package dev.tightrope.outreach.outreach;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A hold covers what counts as one company, also after that was changed. */
@QuarkusTest
class HoldsFollowCompaniesIT {
    private final User rep = User.rep("Rita Rep");
    private final User colleague = User.rep("Carl Colleague");
    private final User manager = User.manager("Mona Manager");

    @Inject
    Scene scene;

    @Test
    void whatAManagerSplitsOffIsFree() {
        Scene.Stage parent = scene.stage();
        Scene.Stage child = scene.stage();
        change(manager, child, parent.prospectId(), false, List.of(child.domain(), parent.domain()))
                .statusCode(200);
        UUID held = scene.opened(rep, parent);
        Scene.post(colleague, "/outreaches", child.opening()).statusCode(409);

        change(manager, child, parent.prospectId(), true, List.of(child.domain(), parent.domain()))
                .statusCode(200);

        UUID opened = scene.opened(colleague, child);
        for (UUID outreach : List.of(held, opened)) {
            Scene.get(outreach.equals(held) ? rep : colleague, "/outreaches/" + outreach)
                    .body("hold.exclusive", equalTo(true));
        }
        Scene.get(rep, "/company-holds?domain=" + child.domain()).body("mayContact", equalTo(false));
        Scene.post(User.rep("Third Rep"), "/outreaches", parent.opening()).statusCode(409);
    }

    @Test
    void twoHeldCompaniesDoNotBecomeOneUnnoticed() {
        Scene.Stage one = scene.stage();
        Scene.Stage other = scene.stage();
        UUID first = scene.opened(rep, one);
        UUID second = scene.opened(colleague, other);

        change(rep, other, one.prospectId(), false, List.of(other.domain()))
                .statusCode(409)
                .body("code", equalTo("company-held"))
                .body("detail", containsString("Rita Rep"))
                .body("detail", containsString("Carl Colleague"))
                .body("heldBy", hasSize(2));
        Scene.get(colleague, "/outreaches/" + second).body("hold.exclusive", equalTo(true));

        change(manager, other, one.prospectId(), false, List.of(other.domain())).statusCode(200);

        Scene.get(rep, "/outreaches/" + first).body("hold.exclusive", equalTo(true));
        Scene.get(colleague, "/outreaches/" + second)
                .body("hold.exclusive", equalTo(false))
                .body("hold.contested", equalTo(true));
    }

    @Test
    void theHoldGrowsWithItsCompany() {
        Scene.Stage held = scene.stage();
        Scene.Stage free = scene.stage();
        scene.opened(rep, held);

        change(rep, free, held.prospectId(), false, List.of(free.domain())).statusCode(200);

        Scene.post(colleague, "/outreaches", free.opening()).statusCode(409);
        Scene.get(colleague, "/company-holds?domain=" + free.domain()).body("mayContact", equalTo(false));
    }

    private static ValidatableResponse change(
            User user, Scene.Stage stage, @Nullable UUID parent, boolean separate, List<String> domains) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Prospect " + stage.domain());
        body.put("domains", domains);
        body.put("parentId", parent);
        body.put("separate", separate);
        return user.sends(body)
                .header("If-Match", "*")
                .put("/api/v1/prospects/" + stage.prospectId())
                .then();
    }
}
