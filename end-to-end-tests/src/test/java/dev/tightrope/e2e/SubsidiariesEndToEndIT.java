package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.local.Patience;
import dev.tightrope.local.Rest;
import dev.tightrope.local.SampleUser;
import dev.tightrope.local.Steps;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two reps work on two prospects that turn out to be one company: they share a web domain. */
class SubsidiariesEndToEndIT {

    private final Scene scene = Scene.create();
    private final String held = scene.open(Scene.LONG);

    @Test
    void a_second_prospect_of_the_domain_names_its_parent_and_is_held_with_it() {
        Rest colleague = scene.stack.as(SampleUser.REP2);
        String subsidiary = """
                {"name":"%s Pulp","domains":["%s"]%s}""";
        String name = scene.company.replace(" Works", "");

        Rest.Answer twice = colleague.post("/prospects", subsidiary.formatted(name, scene.domain, ""));

        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text("code")).isEqualTo("duplicate-prospect");
        assertThat(twice.text("prospectId")).isEqualTo(scene.prospect);
        String below = colleague
                .post(
                        "/prospects",
                        subsidiary.formatted(name, scene.domain, ",\"parentId\":\"" + scene.prospect + "\""))
                .ok()
                .text("id");
        String executive = colleague
                .post("/executives", """
                        {"prospectId":"%s","name":"Frida Ek","title":"CEO","email":"frida.ek@%s","phone":"+46701999888"}\
                        """.formatted(below, scene.domain))
                .ok()
                .text("id");
        namesTheHolder(new Steps(colleague).open(executive, scene.story, Scene.LONG));
        JsonNode mayI =
                colleague.get("/company-holds?domain=www." + scene.domain).ok().body();
        assertThat(mayI.path("mayContact").asBoolean()).isFalse();
        assertThat(mayI.path("reason").asText()).contains(SampleUser.REP1.fullName());

        String opening = """
                {"prospectId":"%s","executiveId":"%s","storyId":"%s","overrideReason":"Two mills, two budgets"}\
                """.formatted(below, executive, scene.story);
        assertThat(colleague.post("/outreaches", opening).status())
                .as("a rep overrides")
                .isEqualTo(403);
        Rest.Answer opened =
                scene.stack.as(SampleUser.MANAGER).post("/outreaches", opening).ok();
        assertThat(opened.body().at("/hold/overrideReason").asText()).isEqualTo("Two mills, two budgets");
        assertThat(opened.body().at("/hold/contested").asBoolean()).isFalse();
    }

    @Test
    void joined_by_a_manager_the_later_outreach_neither_calls_nor_mails_before_it_is_allowed() {
        Scene later = Scene.of(SampleUser.REP2);
        String promised = later.readyToCall(Scene.LONG);
        later.leaveVoicemail(promised);

        // Within the undo window: the mail is promised and not out.
        join(later);

        JsonNode stopped = later.steps.awaitState(promised, "NEEDS_ATTENTION");
        assertThat(stopped.at("/attention/reason").asText()).isEqualTo("COMPANY_HELD");
        assertThat(stopped.at("/attention/detail").asText()).contains(SampleUser.REP1.fullName());
        assertThat(later.awaitNotices(1)).isNotEmpty();
        namesTheHolder(later.rest.post("/outreaches/" + promised + "/rounds", "{\"storyId\":\"" + later.story + "\"}"));
        assertThat(later.mails()).isEmpty();
    }

    @Test
    void what_is_ready_to_be_called_waits_for_a_manager_who_says_why() {
        Scene later = Scene.of(SampleUser.REP2);
        String ready = later.readyToCall(Scene.LONG);

        join(later);

        JsonNode task = Patience.until(
                "the task that says who holds the company",
                Steps.TRAVEL,
                () -> later.taskOf(ready),
                row -> row.path("status").asText().equals("COMPANY_CONTESTED"));
        assertThat(task.path("reason").asText()).contains(SampleUser.REP1.fullName());
        assertThat(task.path("offered").asBoolean()).isFalse();
        namesTheHolder(
                later.steps.call(ready, "VOICEMAIL_LEFT", UUID.randomUUID().toString()));
        String override = "/outreaches/" + ready + "/hold-override";
        assertThat(later.rest.post(override, "{\"reason\":\"I want to\"}").status())
                .isEqualTo(403);

        scene.stack
                .as(SampleUser.MANAGER)
                .post(override, "{\"reason\":\"Two mills, two budgets\"}")
                .ok();

        Patience.until(
                "the task that is offered again",
                Steps.TRAVEL,
                () -> later.taskOf(ready),
                row -> !row.path("status").asText().equals("COMPANY_CONTESTED"));
        later.leaveVoicemail(ready);
        assertThat(later.awaitMails(1)).hasSize(1);
        assertThat(scene.steps.state(held)).isEqualTo("PREPARING_EMAIL");
    }

    /** Both prospects get a common domain, by a manager who says why. */
    private void join(Scene later) {
        Rest manager = scene.stack.as(SampleUser.MANAGER);
        String path = "/prospects/" + later.prospect;
        manager.update("PUT", path, path, """
                        {"name":"%s","domains":["%s","%s"],"parentId":"%s","country":"SE",
                        "overrideReason":"They were bought last week"}\
                        """.formatted(later.company, later.domain, scene.domain, scene.prospect))
                .ok();
    }

    private static void namesTheHolder(Rest.Answer refused) {
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("company-held");
        assertThat(refused.body().toString()).contains(SampleUser.REP1.fullName());
    }
}
