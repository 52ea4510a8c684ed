package dev.tightrope.scheduler.timer;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells whether timers fire. A held clock is a detail and an alert, not a reason to refuse requests. */
@Readiness
@ApplicationScoped
class TimersHealth implements HealthCheck {
    private final ClockGuard clockGuard;

    TimersHealth(ClockGuard clockGuard) {
        this.clockGuard = clockGuard;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("timers").up();
        clockGuard
                .hold()
                .ifPresentOrElse(
                        hold -> health.withData("firing", "stopped: the clock jumped and is to be confirmed")
                                .withData("heldSince", hold.heldSince().toString())
                                .withData("jumpSeconds", hold.jumpSeconds()),
                        () -> health.withData("firing", "on time"));
        return health.build();
    }
}
