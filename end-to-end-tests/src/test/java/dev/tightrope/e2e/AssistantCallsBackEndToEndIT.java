package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.local.Rest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Somebody rings, and all that is known is the number on the display. */
class AssistantCallsBackEndToEndIT {

    private static final String WAIT = "PT15S";

    private final Scene scene = Scene.create();

    @Test
    void the_number_on_the_display_leads_to_the_outreach_and_her_word_stops_the_timers() {
        // The assistant gave the executive's number away when the rep asked the switchboard for it.
        String number = "+4631" + (1_000_000 + (int) (Math.random() * 8_999_999));
        scene.rest.post("/contacts", """
                {"prospectId":"%s","name":"Lena Dahl","role":"Assistant to the CEO","phone":"%s"}""".formatted(scene.prospect, number)).ok();
        String id = scene.delivered(WAIT);

        JsonNode rings = only(list("/contacts?phone=" + number.substring(5)));
        assertThat(rings.path("name").asText()).isEqualTo("Lena Dahl");
        JsonNode outreach =
                only(list("/outreaches?prospectId=" + rings.path("prospectId").asText()));
        assertThat(outreach.path("id").asText()).isEqualTo(id);
        assertThat(names(scene.rest
                        .get("/outreaches/" + id + "/forward-chain")
                        .ok()
                        .body()
                        .path("people")))
                .contains("Erik Ahlgren");
        JsonNode briefing =
                scene.rest.get("/outreaches/" + id + "/briefing").ok().body();
        assertThat(briefing.at("/homework/pain").asText()).contains("unplanned stops");
        assertThat(briefing.at("/stories/0/competitor").asText()).startsWith("Rival");

        Rest.Answer said = scene.rest
                .post("/outreaches/" + id + "/responses", """
                        {"channel":"PHONE","from":{"name":"Lena Dahl","phone":"%s"},
                        "text":"He gave your mail to Lars Holm, who runs maintenance. He will ring you himself."}\
                        """.formatted(number))
                .ok();

        assertThat(scene.steps.state(id)).isEqualTo("RESPONDED");
        JsonNode answer =
                scene.rest.get("/outreaches/" + id + "/briefing").ok().body().at("/answers/0");
        assertThat(answer.path("from").asText()).isEqualTo("Lena Dahl");
        assertThat(answer.path("channel").asText()).isEqualTo("PHONE");
        // A wait that began later ends later; the one that was stopped would have ended before it.
        Scene later = Scene.create();
        String laterId = later.delivered(WAIT);
        later.steps.awaitState(laterId, "FOLLOW_UP_DUE");
        assertThat(scene.steps.state(id)).isEqualTo("RESPONDED");

        scene.rest
                .post("/outreaches/" + id + "/responses/" + said.text("id") + "/disposition", """
                        {"meaning":"PASSED_ON","passedOnTo":{"name":"Lars Holm","role":"Maintenance manager"}}""")
                .ok();

        // The time of the wait ran out while everything was silent: now the rep is reminded, of a known next person.
        scene.steps.awaitState(id, "FOLLOW_UP_DUE");
        assertThat(names(list("/contacts?prospectId=" + scene.prospect))).contains("Lena Dahl", "Lars Holm");
        assertThat(statesReached(id))
                .containsSubsequence("AWAITING_RESPONSE", "RESPONDED", "AWAITING_RESPONSE", "FOLLOW_UP_DUE");
        assertThat(scene.mails()).hasSize(1);
    }

    private JsonNode list(String path) {
        return scene.rest.get(path).ok().body().path("data");
    }

    private static JsonNode only(JsonNode rows) {
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static List<String> names(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path("name").asText())
                .toList();
    }

    private List<String> statesReached(String id) {
        return list("/outreaches/" + id + "/history?sort=recordedAt&limit=200").findValuesAsText("to");
    }
}
