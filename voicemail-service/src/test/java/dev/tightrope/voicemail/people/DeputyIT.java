package dev.tightrope.voicemail.people;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

import dev.tightrope.events.DeputyAppointed;
import dev.tightrope.events.DeputyDismissed;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who stands in for a rep reads the script and sees whom to call, as long as that lasts. */
@QuarkusTest
class DeputyIT {
    private final User rep = User.rep("Anna Berg");
    private final User deputy = User.rep("Dora Deputy");

    @Inject
    OutreachServiceStandIn outreachService;

    @Test
    void theDeputyCallsInTheRepsPlace() {
        StagedOutreach outreach = StagedOutreach.readyToCall(outreachService, rep, null);
        UUID absence = UUID.randomUUID();
        Instant now = Instant.now();
        String script = "/api/v1/scripts/" + outreach.id();
        deputy.calls().get(script).then().statusCode(404);

        outreachService.tells(new DeputyAppointed(
                absence, rep.id(), deputy.id(), now.minus(1, ChronoUnit.DAYS), now.plus(1, ChronoUnit.DAYS)));
        deputy.calls().get(script).then().statusCode(200);
        deputy.calls()
                .get("/api/v1/call-tasks")
                .then()
                .body("data.outreachId", contains(outreach.id().toString()));

        outreachService.tells(new DeputyDismissed(absence, rep.id()));
        deputy.calls().get(script).then().statusCode(404);
        deputy.calls().get("/api/v1/call-tasks").then().body("data", hasSize(0));
    }
}
