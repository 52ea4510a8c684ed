package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.inbound.reading.ReadableMailbox.Origin;
import dev.tightrope.outreach.mailbox.connection.ConnectionProblem.Step;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Whether the mailboxes this replica reads are connected, and since when the configured one was not read. */
@ApplicationScoped
class MailboxGauges {
    /** How many are connected: of the configured one, 0 or 1. */
    static final String CONNECTED = "tightrope.mailbox.connected";

    /** How many this replica is to read. */
    static final String HELD = "tightrope.mailbox.held";

    /** Seconds since the configured one was read last. */
    static final String QUIET = "tightrope.mailbox.seconds.since.read";

    /** Messages of all mailboxes that are set aside and tried again. */
    static final String SET_ASIDE = "tightrope.inbound.set.aside";

    private final ReadMailboxes mailboxes;
    private final SetAsideMessages setAside;

    MailboxGauges(ReadMailboxes mailboxes, SetAsideMessages setAside) {
        this.mailboxes = mailboxes;
        this.setAside = setAside;
    }

    void register(@Observes StartupEvent event, MeterRegistry registry) {
        register(registry);
    }

    void register(MeterRegistry registry) {
        if (mailboxes.configured().isPresent()) {
            gauge(registry, CONNECTED, Origin.CONFIGURATION, all -> of(all, MailboxCondition::connected));
            gauge(registry, HELD, Origin.CONFIGURATION, all -> of(all, MailboxCondition::held));
            gauge(registry, QUIET, Origin.CONFIGURATION, MailboxGauges::quiet);
            // There from the start, so that the first failure is a rise.
            MailboxMeters.takenIn(Origin.CONFIGURATION);
            for (Step step : Step.values()) {
                MailboxMeters.failures(Origin.CONFIGURATION, step);
            }
        }
        gauge(
                registry,
                CONNECTED,
                Origin.ACCOUNT,
                all -> all.accounts().stream()
                        .filter(MailboxCondition::connected)
                        .count());
        gauge(registry, HELD, Origin.ACCOUNT, all -> all.accounts().size());
        Gauge.builder(SET_ASIDE, setAside, SetAsideMessages::count).register(registry);
    }

    private static double of(ReadMailboxes all, Predicate<MailboxCondition> question) {
        return all.configured().filter(question).isPresent() ? 1 : 0;
    }

    /** No figure where another replica reads it: the smallest of all replicas' is the true one. */
    private static double quiet(ReadMailboxes all) {
        return all.configured()
                .filter(MailboxCondition::held)
                .map(condition -> condition.quiet().toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    private void gauge(MeterRegistry registry, String name, Origin origin, ToDoubleFunction<ReadMailboxes> value) {
        Gauge.builder(name, mailboxes, value)
                .tag(MailboxMeters.MAILBOX, MailboxMeters.tagOf(origin))
                .register(registry);
    }
}
