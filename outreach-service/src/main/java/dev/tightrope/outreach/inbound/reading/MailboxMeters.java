package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.inbound.reading.ReadableMailbox.Origin;
import dev.tightrope.outreach.mailbox.connection.ConnectionProblem.Step;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.Locale;

/** What is counted about mailboxes, the configured one apart from those of accounts. */
final class MailboxMeters {
    /** Messages taken in. */
    static final String TAKEN_IN = "tightrope.mailbox.taken.in";

    /** Attempts to read that failed, by how far they came. */
    static final String FAILURES = "tightrope.mailbox.failures";

    /** Which mailboxes a figure is about. */
    static final String MAILBOX = "mailbox";

    private MailboxMeters() {}

    static Counter takenIn(Origin origin) {
        return Metrics.counter(TAKEN_IN, MAILBOX, tagOf(origin));
    }

    static Counter failures(Origin origin, Step step) {
        return Metrics.counter(FAILURES, MAILBOX, tagOf(origin), "step", step.name());
    }

    static String tagOf(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }
}
