package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A company that asked us to stay away is left alone, whichever of its domains is on the list and its manager uses. */
@QuarkusTest
class SuppressedCompanyIT {
    @Inject
    Scene scene;

    @Inject
    Jdbi jdbi;

    private final User rep = User.rep("Rita Rep");

    @Test
    void aDomainTheExecutiveDoesNotUseStopsTheOpening() {
        Stage stage = privateAddress(scene.stage());
        suppress(stage.domain());

        Scene.post(rep, "/outreaches", stage.opening())
                .statusCode(422)
                .body("errors.message", hasItem(containsString("a domain of the company is suppressed")));
    }

    @Test
    void aDomainAboveItStopsWhatRuns() {
        String parent = scene.newId() + ".example";
        UUID prospect = scene.prospect("Branch", null, "branch." + parent);
        Stage stage = scene.stage();
        UUID executive = scene.executive(prospect, "ceo." + parent, "+46701740999", "YES");
        Stage branch = privateAddress(
                new Stage(prospect, executive, stage.storyId(), "branch." + parent, stage.email(), stage.phone()));
        UUID id = scene.waiting(rep, branch);

        suppress(parent);

        assertThat(scene.view(id).outcome()).isEqualTo(ClosureOutcome.OPTED_OUT);
    }

    @Test
    void aNeighbourOfTheDomainGoesOn() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);

        suppress("x" + stage.domain());

        assertThat(scene.view(id).outcome()).isNull();
    }

    @Test
    void theEmailOfACompanyThatIsSuppressedCannotBeApproved() {
        Stage stage = privateAddress(scene.stage());
        UUID id = scene.opened(rep, stage);
        listed(stage.domain());

        Scene.approval(rep, id).statusCode(422);
    }

    @Test
    void otherToolsAreToldNotToContactIt() {
        Stage stage = scene.stage();
        String second = "second." + stage.domain();
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE prospect SET domains = domains || :more WHERE id = :id")
                .bindArray("more", String.class, "www2-" + stage.domain())
                .bind("id", stage.prospectId())
                .execute());
        mayContact(stage.domain(), true);
        listed("www2-" + stage.domain());

        for (String domain : new String[] {stage.domain(), second, "www2-" + stage.domain()}) {
            mayContact(domain, false);
        }
        listed("unknown-" + stage.domain());
        mayContact("mail.unknown-" + stage.domain(), false);
    }

    private void mayContact(String domain, boolean expected) {
        Scene.get(rep, "/company-holds?domain=" + domain).statusCode(200).body("mayContact", equalTo(expected));
    }

    private Stage privateAddress(Stage stage) {
        String address = "eva." + stage.executiveId() + "@freemail.example";
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE executive SET email = :email WHERE id = :id")
                .bind("email", address)
                .bind("id", stage.executiveId())
                .execute());
        return stage;
    }

    private void suppress(String domain) {
        Scene.post(
                        User.manager("Mona Boss"),
                        "/suppressions",
                        Map.of("kind", "DOMAIN", "value", domain, "reason", "asked us", "source", "a letter"))
                .statusCode(201);
    }

    /** Straight onto the list, without anybody following it. */
    private void listed(String domain) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO suppression (id, kind, value, reason, source, created_at, updated_at)
                        VALUES (:id, 'DOMAIN', :domain, 'asked us', 'test', now(), now())
                        """)
                .bind("id", scene.newId())
                .bind("domain", domain)
                .execute());
    }
}
