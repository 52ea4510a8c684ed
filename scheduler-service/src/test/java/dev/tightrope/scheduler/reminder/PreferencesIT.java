package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PreferencesIT {
    private static final String PATH = "/api/v1/reminders/preferences";

    private final User anna = User.rep("Anna Berg");
    private final User ben = User.rep("Ben Colleague");

    @Inject
    Story story;

    @Inject
    SendReminders send;

    @BeforeEach
    void nothingIsLeft() {
        story.forget();
    }

    @Test
    void whoNeverSaidSoGetsEachAtOnceInTheLanguageOfTheProfile() {
        anna.calls()
                .get(PATH)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("language", nullValue())
                .body("delivery", equalTo("IMMEDIATE"))
                .body("digestAt", equalTo("08:00"));
    }

    @Test
    void everybodyChangesTheirOwnOnly() {
        put(anna, "0", Map.of("language", "sv", "delivery", "DIGEST", "digestAt", "16:30"))
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("language", equalTo("sv"))
                .body("delivery", equalTo("DIGEST"))
                .body("digestAt", equalTo("16:30"));

        anna.calls().get(PATH).then().header("ETag", equalTo("\"1\"")).body("digestAt", equalTo("16:30"));
        ben.calls().get(PATH).then().body("delivery", equalTo("IMMEDIATE"));
        put(anna, "1", Map.of("delivery", "DIGEST", "digestAt", "16:30"))
                .statusCode(200)
                .body("language", nullValue());
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedMeanwhileIsRefused() {
        Map<String, String> wanted = Map.of("delivery", "DIGEST", "digestAt", "16:30");
        put(anna, "0", wanted).statusCode(200);

        put(anna, "0", wanted).statusCode(412).body("detail", containsString("\"1\""));
        anna.calls()
                .contentType("application/json")
                .body(wanted)
                .put(PATH)
                .then()
                .statusCode(428);
        assertThat(story.count("SELECT version FROM reminder_preference")).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsNamedWithWhatIsPossible() {
        put(anna, "0", Map.of("language", "fi", "delivery", "DIGEST", "digestAt", "08:00"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/language"))
                .body("errors.message", hasItem(containsString("en, sv, de, fr, es")));
        put(anna, "0", Map.of("delivery", "DIGEST", "digestAt", "24:00"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/digestAt"))
                .body("errors.message", hasItem(containsString("08:30")));
        put(anna, "0", Map.of("delivery", "WEEKLY", "digestAt", "08:00"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/delivery"))
                .body("errors.message", hasItem(containsString("DIGEST")));
        put(anna, "0", Map.of("delivery", "DIGEST")).statusCode(400).body("errors.pointer", hasItem("/digestAt"));
        RestAssured.given().get(PATH).then().statusCode(401);
        assertThat(story.count("SELECT count(*) FROM reminder_preference")).isZero();
    }

    @Test
    void aMailIsInTheLanguageThatIsPreferredToTheProfiles() {
        story.profile(anna.id(), anna.name(), anna.email(), null, false);
        OutreachRef ref = Story.ref(anna.id(), null);
        story.awaiting(ref, "Nordfrakt");
        put(anna, "0", Map.of("language", "sv", "delivery", "IMMEDIATE", "digestAt", "08:00"));
        story.tell(Story.response(ref));

        send.runOnce();

        assertThat(TestMail.acceptedFor(anna.email()).get(0).text()).contains("Hej Anna Berg");
    }

    private static ValidatableResponse put(User user, String version, Map<String, String> wanted) {
        return user.calls()
                .contentType("application/json")
                .header("If-Match", "\"" + version + "\"")
                .body(wanted)
                .put(PATH)
                .then();
    }
}
