package dev.tightrope.messaging;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The module inside a Quarkus application: from a transaction through the broker to a handler, and its administration. */
@QuarkusTest
@QuarkusTestResource(RealParts.class)
class MessagingWiringIT {
    @Inject
    Outbox outbox;

    @Inject
    RecordEffect recordEffect;

    @Inject
    DataSource dataSource;

    @Inject
    MeterRegistry meters;

    @BeforeAll
    static void count() {
        // without a registry behind it, the composite one counts nothing
        Metrics.globalRegistry.add(new SimpleMeterRegistry());
    }

    @Test
    void an_event_goes_from_a_transaction_to_a_handler() {
        UUID person = UUID.randomUUID();

        QuarkusTransaction.requiringNew().run(() -> outbox.append(Events.profileOf(person)));

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(effectsOf(person)).containsExactly(1L));
        await().atMost(30, SECONDS).untilAsserted(() -> {
            assertThat(meters.get("tightrope.outbox.unpublished").gauge().value())
                    .isZero();
            assertThat(meters.get("tightrope.broker.reachable").gauge().value()).isOne();
            assertThat(meters.get("tightrope.inbox.messages")
                            .tag("outcome", "HANDLED")
                            .counter()
                            .count())
                    .isPositive();
        });
    }

    @Test
    void a_transaction_that_rolls_back_tells_nobody() {
        UUID person = UUID.randomUUID();

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(Events.profileOf(person, "Never"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        QuarkusTransaction.requiringNew().run(() -> outbox.append(Events.profileOf(person, "Really")));

        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(effectsOf(person)).containsExactly(1L));
    }

    @Test
    void an_event_outside_a_transaction_is_refused() {
        assertThatThrownBy(() -> outbox.append(Events.profileOf(UUID.randomUUID())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@Transactional");
    }

    @Test
    @TestSecurity(user = "ops", roles = "admin")
    void an_administrator_lists_and_replays_parked_messages() {
        UUID person = UUID.randomUUID();
        recordEffect.failFor("Bad day");
        QuarkusTransaction.requiringNew()
                .run(() -> outbox.appendAll(
                        List.of(Events.profileOf(person, "Bad day"), Events.profileOf(person, "Good day"))));
        await().atMost(60, SECONDS)
                .untilAsserted(() -> given().queryParam("key", person.toString())
                        .get("/api/v1/admin/parked-messages")
                        .then()
                        .statusCode(200)
                        .body("data", hasSize(2))
                        .body("data[0].reason", equalTo("FAILED"))
                        .body("data[1].reason", equalTo("FOLLOWS"))
                        .body("page.hasMore", equalTo(false)));
        String id = given().queryParam("key", person.toString())
                .get("/api/v1/admin/parked-messages")
                .path("data[0].id");
        given().get("/api/v1/admin/parked-messages/" + id)
                .then()
                .statusCode(200)
                .body("headers.ce_source", equalTo("outreach-service"))
                .body("message.sequence", equalTo(1));
        recordEffect.failNoMore();

        given().post("/api/v1/admin/parked-messages/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("replayed", equalTo(2));

        assertThat(effectsOf(person)).containsExactly(1L, 2L);
        given().post("/api/v1/admin/parked-messages/" + id + "/replay").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "rep", roles = "rep")
    void others_may_not() {
        given().get("/api/v1/admin/parked-messages").then().statusCode(403);
        given().post("/api/v1/admin/parked-messages/" + UUID.randomUUID() + "/replay")
                .then()
                .statusCode(403);
    }

    @Test
    void readiness_is_the_database() {
        given().get("/q/health/ready").then().statusCode(200).body("checks", hasSize(1));
    }

    private List<Long> effectsOf(UUID aggregate) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query =
                        connection.prepareStatement("SELECT sequence FROM effect WHERE aggregate = ? ORDER BY id")) {
            query.setObject(1, aggregate);
            List<Long> sequences = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    sequences.add(rows.getLong(1));
                }
            }
            return sequences;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
