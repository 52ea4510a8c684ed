package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A story is never told to the company it is about, nor to its parent or a subsidiary, whenever that becomes known. */
@QuarkusTest
class StoriesAboutThemIT {
    private final User rep = User.rep("Rita Rep");
    private final User manager = User.manager("Mona Manager");

    @Inject
    Scene scene;

    @Inject
    Jdbi jdbi;

    @Test
    void neitherOpenedNorGoneOnWithAtAnyCompanyOfTheFamily() {
        Stage stage = scene.stage();
        scene.prospect("Sister " + stage.domain(), stage.prospectId(), "sister-" + stage.domain());
        UUID byName = scene.story("SISTER " + stage.domain() + " Holding AB");
        UUID byDomain = scene.story("Called otherwise");
        give(byDomain, "shop.sister-" + stage.domain());

        for (UUID story : List.of(byName, byDomain)) {
            Map<String, Object> opening = stage.opening();
            opening.put("storyId", story);
            Scene.post(rep, "/outreaches", opening)
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/storyId"))
                    .body("errors.message", hasItem(containsString("the prospect itself or its company")));
        }
        UUID id = scene.waiting(rep, stage);
        scene.followUpDue(id);
        for (UUID story : List.of(byName, byDomain)) {
            Scene.post(rep, "/outreaches/" + id + "/rounds", Map.of("storyId", story))
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/storyId"));
        }
    }

    @Test
    void theEmailIsNotApprovedWhateverTheOutreachKnows() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        // Straight into the table: the check may not rely on the outreach having followed already.
        scene.prospect(competitor(stage), stage.prospectId());

        Scene.approval(rep, id).statusCode(422).body("errors.message", hasItem(containsString("of the same company")));
    }

    @Test
    void beforeTheEmailIsSentASubsidiaryThatIsRecordedStopsTheOutreach() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        scene.readyToCall(rep, id);

        record(competitor(stage), stage.prospectId());

        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("NEEDS_ATTENTION"))
                .body("attention.reason", equalTo("STORY_ABOUT_THEM"))
                .body("attention.detail", containsString(competitor(stage)))
                .body("storyMayBeNamed", equalTo(false));
        assertThat(scene.published(id)).contains("story-permission-ended", "attention-needed");
        assertThat(reasonTold(id)).isEqualTo("STORY_ABOUT_THEM");
        Scene.post(rep, "/outreaches/" + id + "/rounds", Map.of()).statusCode(422);
        Scene.post(rep, "/outreaches/" + id + "/rounds", Map.of("storyId", scene.story("A true rival")))
                .statusCode(200)
                .body("state", equalTo("PREPARING_EMAIL"))
                .body("storyMayBeNamed", equalTo(true));
    }

    @Test
    void duringTheWaitRepAndManagerAreToldAndTheNextRoundNeedsAnotherStory() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);

        change(rep, stage, "The name they have now is " + competitor(stage), null)
                .statusCode(200);
        assertThat(scene.published(id)).as("another name").doesNotContain("story-permission-ended");
        change(rep, stage, competitor(stage) + " AB", null).statusCode(200);
        change(rep, stage, competitor(stage) + " AB", null).statusCode(200);

        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("AWAITING_RESPONSE"))
                .body("storyMayBeNamed", equalTo(false));
        assertThat(Collections.frequency(scene.published(id), "story-permission-ended"))
                .isEqualTo(1);
        assertThat(reasonTold(id)).isEqualTo("STORY_ABOUT_THEM");
        Scene.get(rep, "/outreaches/" + id + "/history?limit=200")
                .body("data.findAll { it.trigger == 'STORY_ABOUT_THEM' && it.applied }", hasSize(1));
        Scene.get(rep, "/outreaches/" + id + "/briefing").body("stories[0].mayBeNamed", equalTo(false));
        scene.followUpDue(id);
        Scene.post(rep, "/outreaches/" + id + "/rounds", Map.of()).statusCode(422);
    }

    @Test
    void onceTheyAreCompaniesOfTheirOwnTheStoryMayBeToldAgainButNotBecauseItIsPermittedAnew() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        UUID rival = record(competitor(stage), null);
        parent(rep, stage, rival, false).statusCode(200);
        Scene.get(rep, "/outreaches/" + id).body("storyMayBeNamed", equalTo(false));

        String permission = "/success-stories/" + stage.storyId();
        Scene.post(rep, permission + "/permission-withdrawal", Map.of("reason", "a mistake"))
                .statusCode(200);
        Scene.post(rep, permission + "/permission", Map.of("kind", "GRANTED_BY", "by", "Their CEO"))
                .statusCode(200);
        Scene.get(rep, "/outreaches/" + id).body("storyMayBeNamed", equalTo(false));

        parent(manager, stage, rival, true).statusCode(200);
        Scene.get(rep, "/outreaches/" + id).body("storyMayBeNamed", equalTo(true));
        scene.followUpDue(id);
        Scene.post(rep, "/outreaches/" + id + "/rounds", Map.of()).statusCode(200);
    }

    @Test
    void aStoryThatIsRewrittenToBeAboutThemStopsTheOutreach() {
        Stage stage = scene.stage();
        UUID id = scene.opened(rep, stage);
        Map<String, Object> story = new HashMap<>();
        story.put("competitor", Map.of("name", "Called otherwise", "domains", List.of(stage.domain())));
        story.put("offering", "CRM");
        story.put("businessUserRole", "sales manager");
        story.put("situation", "Leads got lost");
        story.put("details", "We cleaned up");
        story.put("language", "sv");
        story.put("permission", Map.of("kind", "GRANTED_BY", "by", "Their CEO"));

        rep.sends(story)
                .header("If-Match", "*")
                .put("/api/v1/success-stories/" + stage.storyId())
                .then()
                .statusCode(200);

        Scene.get(rep, "/outreaches/" + id)
                .body("state", equalTo("NEEDS_ATTENTION"))
                .body("attention.reason", equalTo("STORY_ABOUT_THEM"));
    }

    @Test
    void aLateAnswerFindsOutThatTheStoryWasAboutThem() {
        Stage stage = scene.stage();
        UUID id = scene.waiting(rep, stage);
        scene.followUpDue(id);
        Scene.post(rep, "/outreaches/" + id + "/closure", Map.of("outcome", "NO_RESPONSE"))
                .statusCode(200);
        record(competitor(stage), stage.prospectId());
        assertThat(scene.view(id).state()).isEqualTo(OutreachState.CLOSED);

        Scene.post(
                        rep,
                        "/outreaches/" + id + "/responses",
                        Map.of("channel", "PHONE", "from", Map.of("name", "Bo Berg"), "text", "Call me"))
                .statusCode(201);

        Scene.get(rep, "/outreaches/" + id).body("state", equalTo("RESPONDED")).body("storyMayBeNamed", equalTo(false));
        assertThat(reasonTold(id)).isEqualTo("STORY_ABOUT_THEM");
    }

    private String competitor(Stage stage) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT competitor_name FROM success_story WHERE id = :id")
                .bind("id", stage.storyId())
                .mapTo(String.class)
                .one());
    }

    private void give(UUID story, String domain) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE success_story SET competitor_domains = ARRAY[:domain] WHERE id = :id")
                .bind("id", story)
                .bind("domain", domain)
                .execute());
    }

    private String reasonTold(UUID outreach) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT data ->> 'reason' FROM outbox_event
                        WHERE aggregate_id = :key AND type LIKE '%story-permission-ended%'
                        """)
                .bind("key", outreach)
                .mapTo(String.class)
                .one());
    }

    private UUID record(String name, @Nullable UUID parent) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("parentId", parent);
        return UUID.fromString(
                Scene.post(rep, "/prospects", body).statusCode(201).extract().path("id"));
    }

    private static ValidatableResponse change(User user, Stage stage, String name, @Nullable UUID parent) {
        return put(user, stage, name, parent, false);
    }

    private static ValidatableResponse parent(User user, Stage stage, UUID parent, boolean separate) {
        return put(user, stage, "Prospect " + stage.domain(), parent, separate);
    }

    private static ValidatableResponse put(
            User user, Stage stage, String name, @Nullable UUID parent, boolean separate) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", name);
        body.put("domains", List.of(stage.domain()));
        body.put("parentId", parent);
        body.put("separate", separate);
        return user.sends(body)
                .header("If-Match", "*")
                .put("/api/v1/prospects/" + stage.prospectId())
                .then();
    }
}
