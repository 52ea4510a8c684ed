package dev.tightrope.outreach.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The service level: from the moment a mail may go to the mail server's acceptance. */
@ApplicationScoped
@Startup
class AcceptanceTime {
    private final Timer timer;

    AcceptanceTime(MeterRegistry registry) {
        timer = Timer.builder("tightrope.mail.release.to.acceptance")
                .description("From the release of a mail to its acceptance by the mail server")
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(2500),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1))
                .register(registry);
    }

    void record(Duration taken) {
        timer.record(taken.isNegative() ? Duration.ZERO : taken);
    }
}
