package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.local.Service;
import dev.tightrope.local.Stack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Readiness is the database; a broker that is away takes no service out of the load balancer. */
@Isolated
class ReadinessEndToEndIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Stack stack = SharedStack.get();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void everything_runs_again() {
        if (!stack.postgres().isRunning()) {
            stack.postgres().restart();
        }
        if (!stack.kafka().isRunning()) {
            stack.kafka().restart();
        }
        await().atMost(LIMIT).untilAsserted(() -> assertThat(readiness()).containsOnly(200));
    }

    @Test
    void without_its_database_a_service_is_alive_but_not_ready_until_it_is_back() {
        assertThat(readiness()).containsOnly(200);
        stack.postgres().kill();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(readiness()).containsOnly(503));
        assertThat(statuses("/q/health/live")).containsOnly(200);

        stack.postgres().restart();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(readiness()).containsOnly(200));
    }

    @Test
    void without_the_broker_every_service_stays_ready() {
        stack.kafka().kill();

        await().during(Duration.ofSeconds(15))
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(readiness()).containsOnly(200));
    }

    private List<Integer> readiness() {
        return statuses("/q/health/ready");
    }

    private List<Integer> statuses(String path) {
        return Arrays.stream(Service.values())
                .map(service -> get(stack.service(service).url() + path))
                .toList();
    }

    private int get(String url) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(LIMIT).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(url + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
