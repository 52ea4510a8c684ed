package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.MailboxesSettings;
import dev.tightrope.outreach.mailbox.TestAccounts;
import dev.tightrope.outreach.mailbox.connection.TestConnections;
import dev.tightrope.outreach.time.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Readers on a database of their own, for tests that run without the service; each is a replica. */
final class TestReaders implements AutoCloseable {
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*?)\r?$");

    private final TestAccounts accounts;
    private final Clock clock;
    private final Set<MailPlace> places = ConcurrentHashMap.newKeySet();
    private final List<ReadMailboxes> started = new ArrayList<>();

    TestReaders(TestAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    static MailboxSettings settings(Map<String, String> imap) {
        Map<String, String> values = new HashMap<>();
        values.put("tightrope.inbound.imap.retry-first", "PT0.2S");
        imap.forEach((key, value) -> values.put("tightrope.inbound.imap." + key, value));
        return new SmallRyeConfigBuilder()
                .withMapping(MailboxSettings.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(MailboxSettings.class);
    }

    /**
     * Starts one.
     *
     * @param imap keys below {@code tightrope.inbound.imap}
     * @param more keys below {@code tightrope.mailboxes}
     * @param whatToDo with each message and the name of its source; each place is taken in once, as the interface asks
     */
    ReadMailboxes start(Map<String, String> imap, Map<String, String> more, BiConsumer<byte[], String> whatToDo) {
        Map<String, String> keys = new HashMap<>(Map.of("accounts-poll", "PT0.3S", "answer-timeout", "PT2S"));
        keys.putAll(more);
        MailboxesSettings mailboxes = TestAccounts.settings(keys);
        MailIntake intake = (raw, source, place) -> {
            // A reader that lost its connection before it noted its progress comes again.
            if (!places.contains(place)) {
                whatToDo.accept(raw, source);
                places.add(place);
            }
            return true;
        };
        ReadMailboxes reader = new ReadMailboxes(
                mailboxes,
                settings(imap),
                accounts.accounts(),
                TestConnections.of(accounts, mailboxes),
                new MailboxProgress(accounts.jdbi(), new Ids()),
                new SetAsideMessages(accounts.jdbi(), settings(imap)),
                intake,
                clock);
        started.add(reader);
        reader.start(new StartupEvent());
        return reader;
    }

    static void stop(ReadMailboxes reader) {
        reader.stop(new ShutdownEvent());
    }

    static String subjectOf(byte[] raw) {
        Matcher subject = SUBJECT.matcher(new String(raw, StandardCharsets.US_ASCII));
        return subject.find() ? subject.group(1) : "";
    }

    @Override
    public void close() {
        started.forEach(TestReaders::stop);
    }
}
