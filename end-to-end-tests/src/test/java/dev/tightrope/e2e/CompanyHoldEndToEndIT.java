package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.local.Rest;
import dev.tightrope.local.SampleUser;
import dev.tightrope.local.Steps;
import org.junit.jupiter.api.Test;

/** A company is held by one outreach from opening to closure. */
class CompanyHoldEndToEndIT {

    private final Scene scene = Scene.create();

    @Test
    void a_colleague_at_the_held_company_is_refused_and_told_who_holds_it() {
        String id = scene.open(Scene.LONG);
        Rest colleague = scene.stack.as(SampleUser.REP2);

        Rest.Answer refused = new Steps(colleague).open(scene.executive, scene.story, Scene.LONG);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().toString()).contains(SampleUser.REP1.fullName());
        assertThat(colleague.get("/outreaches/" + id).status())
                .as("another rep's outreach")
                .isEqualTo(404);

        scene.rest
                .post("/outreaches/" + id + "/cancellation", "{\"reason\":\"Handed over\"}")
                .ok();
        assertThat(new Steps(colleague).open(scene.executive, scene.story)).isNotBlank();
    }
}
