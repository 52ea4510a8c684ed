package dev.tightrope.outreach.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.tightrope.outreach.outreach.Scene.Stage;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever loses the answer of an update repeats it with the same {@code If-Match}. The first one used that version up, so
 * nothing happens twice, with or without an {@code Idempotency-Key}.
 */
@QuarkusTest
class RepeatedUpdateIT {
    private final User rep = User.rep("Rita Rep");

    @Inject
    Scene scene;

    private Stage stage;
    private UUID outreach;
    private String path;

    @BeforeEach
    void anOutreachWhoseExecutiveGetsAnotherAddress() {
        stage = scene.stage();
        outreach = scene.opened(rep, stage);
        path = "/executives/" + stage.executiveId();
    }

    @Test
    void theSecondIsRefusedAndChangesNothing() {
        update(null).statusCode(200).header("ETag", equalTo("\"2\""));

        update(null).statusCode(412).body("code", equalTo("precondition-failed"));

        happenedOnce();
    }

    @Test
    void withAKeyTheSecondGetsTheAnswerOfTheFirst() {
        String key = UUID.randomUUID().toString();
        String first = update(key).statusCode(200).extract().asString();

        assertThat(update(key).statusCode(200).extract().asString()).isEqualTo(first);

        happenedOnce();
    }

    @Test
    void ofManyAtOnceOneGoesThrough() {
        List<CompletableFuture<Integer>> all = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> update(null).extract().statusCode()))
                .toList();

        List<Integer> statuses = all.stream()
                .map(each -> each.orTimeout(60, TimeUnit.SECONDS).join())
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 412, 412, 412, 412, 412);
        happenedOnce();
    }

    private void happenedOnce() {
        Scene.get(rep, path).header("ETag", equalTo("\"2\"")).body("email", equalTo("eva@" + stage.domain()));
        Scene.get(rep, "/outreaches/" + outreach + "/history")
                .body("data.findAll { it.trigger == 'ADDRESS_CORRECTED' }", hasSize(1));
    }

    private ValidatableResponse update(String key) {
        Map<String, Object> corrected = new HashMap<>();
        corrected.put("prospectId", stage.prospectId());
        corrected.put("name", "Eva Ek");
        corrected.put("email", "eva@" + stage.domain());
        corrected.put("phone", stage.phone());
        Map<String, String> headers = new HashMap<>(Map.of("If-Match", "\"1\""));
        if (key != null) {
            headers.put("Idempotency-Key", key);
        }
        return rep.sends(corrected).headers(headers).put("/api/v1" + path).then();
    }
}
