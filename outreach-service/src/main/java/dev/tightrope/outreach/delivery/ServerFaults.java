package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.delivery.SmtpOutcome.LostBeforeDot;
import dev.tightrope.outreach.delivery.SmtpOutcome.RefusedForNow;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Tells the operator of attempts that failed before any mail was spoken of: they say nothing about the recipient. */
@ApplicationScoped
@Startup
class ServerFaults {
    private static final Logger LOG = Logger.getLogger(ServerFaults.class);

    private final Counter counter;

    ServerFaults(MeterRegistry registry) {
        counter = Counter.builder("tightrope.mail.server.faults")
                .description("Attempts that ended while connecting, encrypting or signing in at the mail server")
                .register(registry);
    }

    void note(SmtpOutcome outcome) {
        if (outcome instanceof LostBeforeDot lost && lost.phase() == SmtpPhase.CONNECT) {
            note(lost.reason());
        } else if (outcome instanceof RefusedForNow refused && refused.phase() == SmtpPhase.CONNECT) {
            note(refused.reply());
        }
    }

    private void note(String reason) {
        counter.increment();
        LOG.warnf("the mail server cannot be used, mails wait: %s", reason);
    }
}
