package dev.tightrope.outreach.outreach;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.tightrope.events.DeputyAppointed;
import dev.tightrope.events.DeputyDismissed;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who stands in for a rep sees and does what the rep could, as long as that lasts. */
@QuarkusTest
class DeputyIT {
    // Absences are compared with the database's clock.
    private static final Instant NOW = Instant.now();

    private final User rep = User.rep("Rita Rep");
    private final User deputy = User.rep("Dora Deputy");
    private final User theirs = User.rep("Theo Third");
    private final UUID absence = UUID.randomUUID();

    @Inject
    Scene scene;

    @Test
    void theDeputySeesAndActsUntilDismissed() {
        UUID id = scene.opened(rep, scene.stage());
        String path = "/api/v1/outreaches/" + id;
        deputy.calls().get(path).then().statusCode(404);

        appoint(absence, rep, deputy, -1, 1);
        appoint(UUID.randomUUID(), deputy, theirs, -1, 1);
        for (User standsIn : List.of(deputy, theirs)) {
            standsIn.calls().get(path).then().statusCode(200);
            standsIn.calls().get("/api/v1/outreaches").then().body("data.id", hasItem(id.toString()));
        }

        scene.handle(new DeputyDismissed(absence, rep.id()));
        deputy.calls().get(path).then().statusCode(404);
        deputy.calls().get("/api/v1/outreaches").then().body("data", hasSize(0));
        close(deputy, id, 404);

        appoint(absence, rep, deputy, -1, 1);
        close(deputy, id, 200);
    }

    @Test
    void nothingIsSeenBeforeOrAfterTheAbsence() {
        UUID id = scene.opened(rep, scene.stage());

        appoint(absence, rep, deputy, 1, 2);
        appoint(UUID.randomUUID(), rep, deputy, -2, -1);

        deputy.calls().get("/api/v1/outreaches/" + id).then().statusCode(404);
    }

    private void appoint(UUID which, User who, User standsIn, int fromDays, int untilDays) {
        scene.handle(new DeputyAppointed(
                which,
                who.id(),
                standsIn.id(),
                NOW.plus(fromDays, ChronoUnit.DAYS),
                NOW.plus(untilDays, ChronoUnit.DAYS)));
    }

    private static void close(User who, UUID id, int status) {
        who.sends(Map.of("outcome", "CANCELLED"))
                .post("/api/v1/outreaches/" + id + "/closure")
                .then()
                .statusCode(status);
    }
}
