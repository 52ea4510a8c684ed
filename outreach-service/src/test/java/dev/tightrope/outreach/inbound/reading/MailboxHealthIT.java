package dev.tightrope.outreach.inbound.reading;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the running service tells about its mailboxes. */
@QuarkusTest
class MailboxHealthIT {

    @Test
    void readinessSaysHowTheConfiguredMailboxFares() {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> get("/q/health/ready")
                        .then()
                        .statusCode(200)
                        .body(
                                "checks.find { it.name == 'mailboxes' }.data.configured",
                                startsWith("connected, last read"),
                                "checks.find { it.name == 'mailboxes' }.status",
                                equalTo("UP")));
    }

    @Test
    void theMetricsAreThereFromTheStart() {
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .body(containsString("tightrope_mailbox_connected{mailbox=\"configuration\"} 1.0"))
                        .body(containsString("tightrope_mailbox_held{mailbox=\"configuration\"} 1.0"))
                        .body(containsString("tightrope_mailbox_seconds_since_read{mailbox=\"configuration\"}"))
                        .body(containsString("tightrope_mailbox_taken_in_total{mailbox=\"configuration\"}"))
                        .body(containsString(
                                "tightrope_mailbox_failures_total{mailbox=\"configuration\",step=\"SIGNING_IN\"}")));
    }
}
