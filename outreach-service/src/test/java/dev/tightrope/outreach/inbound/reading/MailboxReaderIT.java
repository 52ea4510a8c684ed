package dev.tightrope.outreach.inbound.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.MailServer;
import dev.tightrope.outreach.mailbox.TestAccounts;
import dev.tightrope.outreach.time.Ids;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configured mailbox on a real IMAP server and database; what is taken in is written down instead of followed. */
class MailboxReaderIT {
    private static final Duration LONG = Duration.ofSeconds(40);
    /** Between two looks at a mailbox that speaks IDLE. */
    private static final String OFTEN = "PT2S";

    private static TestAccounts accounts;
    private static Jdbi jdbi;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final TestReaders readers = new TestReaders(accounts, Clock.systemUTC());
    private MailServer mail;
    private String mailbox;

    @TempDir
    Path kept;

    @BeforeAll
    static void database() throws IOException {
        accounts = TestAccounts.in("mailbox_reader");
        jdbi = accounts.jdbi();
    }

    @BeforeEach
    void server() {
        mail = MailServer.start(0, 0, kept);
        mailbox = "replies-" + System.nanoTime() + "@ours.example";
        mail.createMailbox(mailbox);
    }

    @AfterEach
    void end() {
        readers.close();
        mail.close();
    }

    @Test
    void whatWasThereAndWhatComesIsTakenInInOrder() {
        send("one");
        send("two");
        reader("PT30S", this::note);
        await().atMost(LONG).until(() -> taken.equals(List.of("one", "two")));
        send("three");
        await().atMost(LONG).until(() -> taken.equals(List.of("one", "two", "three")));
    }

    @Test
    void readingGoesOnBehindTheLastOneAfterARestart() {
        send("one");
        ReadMailboxes first = reader("PT30S", this::note);
        await().atMost(LONG).until(() -> taken.equals(List.of("one")));
        await().atMost(LONG).until(() -> lastUid() > 0);
        TestReaders.stop(first);
        send("two");
        reader("PT30S", this::note);
        await().atMost(LONG).until(() -> taken.equals(List.of("one", "two")));
    }

    @Test
    void twoReplicasTakeEachMessageInOnceAndTheSecondGoesOnWhenTheFirstStops() {
        List<String> bySecond = new CopyOnWriteArrayList<>();
        ReadMailboxes first = reader("PT2S", this::note);
        send("one");
        await().atMost(LONG).until(() -> taken.equals(List.of("one")));
        reader("PT2S", raw -> bySecond.add(subjectOf(raw)));
        for (int i = 2; i <= 20; i++) {
            send("m" + i);
        }
        await().atMost(LONG).until(() -> taken.size() == 20);
        await().atMost(LONG).until(() -> lastUid() == 20);
        assertThat(bySecond).isEmpty();
        TestReaders.stop(first);
        send("after");
        await().atMost(LONG).until(() -> bySecond.equals(List.of("after")));
        assertThat(taken).doesNotContain("after").doesNotHaveDuplicates();
    }

    @Test
    void aReplicaThatLostItsLeaseMovesNothing() {
        MailboxProgress frozen = new MailboxProgress(jdbi, new Ids());
        MailboxProgress other = new MailboxProgress(jdbi, new Ids());
        assertThat(frozen.lease(mailbox, Duration.ZERO)).isTrue();
        await().atMost(LONG).until(() -> other.lease(mailbox, Duration.ofMinutes(1)));
        other.readUpTo(mailbox, 7, 12);
        assertThat(frozen.lease(mailbox, Duration.ofMinutes(1))).isFalse();
        frozen.readUpTo(mailbox, 7, 99);
        assertThat(other.lastUid(mailbox, 7)).isEqualTo(12);
        assertThat(other.lastUid(mailbox, 8))
                .as("a folder made anew is read from its start")
                .isZero();
    }

    @Test
    void aMailServerThatWasAwayLosesNothing() {
        send("before");
        reader("PT30S", this::note);
        await().atMost(LONG).until(() -> taken.contains("before"));
        int smtp = mail.smtpPort();
        int imap = mail.imapPort();
        mail.close();
        mail = MailServer.start(smtp, imap, kept);
        send("after");
        await().atMost(LONG).until(() -> taken.contains("after"));
    }

    @Test
    void aConnectionThatWentSilentIsMadeAnew() throws IOException {
        try (Relay relay = new Relay(mail.imapPort(), false)) {
            reader(relay.port(), "PT1S", "PT3S", this::note);
            send("before");
            await().atMost(LONG).until(() -> taken.equals(List.of("before")));
            int connections = relay.connections();
            relay.forget();
            send("after");
            await().atMost(LONG).until(() -> taken.equals(List.of("before", "after")));
            assertThat(relay.connections()).isGreaterThan(connections);
        }
    }

    @Test
    void aConnectionTheServerEndedIsMadeAnewAtOnce() throws IOException {
        AtomicInteger waits = new AtomicInteger();
        try (Relay relay = new Relay(mail.imapPort(), said -> {
            if (said.startsWith("+ ")) {
                waits.incrementAndGet();
            }
            return said;
        })) {
            ReadMailboxes reader = reader(relay.port(), "PT30S", "PT1H", this::note);
            send("one");
            await().atMost(LONG).until(() -> taken.equals(List.of("one")) && waits.get() >= 1);
            MailboxCondition looked = reader.configured().orElseThrow();
            assertThat(looked.connected()).isTrue();
            relay.hangUp();
            send("two");
            await().atMost(LONG).until(() -> taken.equals(List.of("one", "two")));
        }
    }

    @Test
    void lookingAtItsConditionDoesNotDisturbTheWaitForNews() throws IOException {
        List<String> saidByServer = new CopyOnWriteArrayList<>();
        try (Relay relay = new Relay(mail.imapPort(), said -> {
            saidByServer.add(said);
            return said;
        })) {
            ReadMailboxes reader = reader(relay.port(), "PT30S", "PT1H", this::note);
            send("one");
            await().atMost(LONG)
                    .until(() ->
                            taken.equals(List.of("one")) && last(saidByServer).startsWith("+ "));
            // Longer than the second in which a mail library takes a connection for alive without asking the server.
            await().atMost(LONG)
                    .during(Duration.ofSeconds(3))
                    .until(() -> reader.configured().orElseThrow().connected());
            assertThat(last(saidByServer)).as("nothing was asked meanwhile").startsWith("+ ");
            send("two");
            await().atMost(LONG).until(() -> taken.equals(List.of("one", "two")));
        }
    }

    private static String last(List<String> said) {
        return said.isEmpty() ? "" : said.get(said.size() - 1);
    }

    @Test
    void aServerThatDoesNotSpeakIdleIsAskedAgainAndAgain() throws IOException {
        try (Relay relay = new Relay(mail.imapPort(), true)) {
            reader(relay.port(), "PT30S", "PT2M", this::note);
            send("one");
            await().atMost(LONG).until(() -> taken.equals(List.of("one")));
            send("two");
            await().atMost(LONG).until(() -> taken.equals(List.of("one", "two")));
        }
    }

    @Test
    void aMessageThatCannotBeTakenInDoesNotBlockThoseBehindItAndIsTriedAgain() {
        send("poison");
        send("healthy");
        AtomicInteger tried = new AtomicInteger();
        reader(mail.imapPort(), "PT30S", OFTEN, raw -> {
            if (subjectOf(raw).equals("poison") && tried.incrementAndGet() <= 7) {
                throw new IllegalStateException("cannot be taken in");
            }
            note(raw);
        });

        await().atMost(LONG).until(() -> taken.equals(List.of("healthy", "poison")));
        assertThat(tried).hasValue(8);
        await().atMost(LONG).until(() -> setAside().isEmpty());
    }

    /** Whatever the server says instead of the message: the words of a fetch that fails for this message alone. */
    @Test
    void aMessageTheServerCannotHandOutDoesNotBlockThoseBehindItAndIsReadOnceItCan() throws IOException {
        AtomicBoolean broken = new AtomicBoolean(true);
        send("unreadable");
        send("healthy");
        try (Relay relay = new Relay(
                mail.imapPort(), UnaryOperator.identity(), asked -> broken.get() ? refusing(asked, 1) : asked)) {
            reader(relay.port(), "PT30S", OFTEN, this::note);

            await().atMost(LONG).until(() -> taken.equals(List.of("healthy")));
            await("what was taken is noted once it is kept").atMost(LONG).until(() -> lastUid() == 2);
            assertThat(setAside()).hasSize(1);
            assertThat(setAside().get(0)).contains("1 ");
            broken.set(false);
            await().atMost(LONG).until(() -> taken.equals(List.of("healthy", "unreadable")));
            await().atMost(LONG).until(() -> setAside().isEmpty());
        }
        boolean seen = inMailbox(folder -> folder.getMessage(1).isSet(Flags.Flag.SEEN));
        assertThat(seen).isTrue();
    }

    @Test
    void whatIsSetAsideAndDeletedIsForgotten() throws IOException {
        send("unreadable");
        try (Relay relay = new Relay(mail.imapPort(), UnaryOperator.identity(), asked -> refusing(asked, 1))) {
            reader(relay.port(), "PT30S", OFTEN, this::note);
            await().atMost(LONG).until(() -> setAside().size() == 1);
            inMailbox(folder -> {
                folder.getMessage(1).setFlag(Flags.Flag.DELETED, true);
                return folder.expunge().length;
            });
            await().atMost(LONG).until(() -> setAside().isEmpty());
        }
        assertThat(taken).isEmpty();
    }

    /** The client's words with the fetch of one message's content turned into one the server refuses. */
    private static String refusing(String asked, int message) {
        return asked.replaceAll("(?m) FETCH " + message + " \\(BODY[^\\r\\n]*", " FETCH " + message + " (BROKEN)");
    }

    private interface Question<T> {
        T of(Folder folder) throws MessagingException;
    }

    private <T> T inMailbox(Question<T> question) {
        Properties properties = new Properties();
        properties.put("mail.imap.port", Integer.toString(mail.imapPort()));
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("localhost", mailbox, "any");
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_WRITE);
                return question.of(folder);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> setAside() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT uid || ' ' || problem FROM mailbox_set_aside WHERE mailbox LIKE :name")
                .bind("name", mailbox + "%")
                .mapTo(String.class)
                .list());
    }

    @Test
    void aMessageThatCannotBeTakenInIsCounted() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Metrics.addRegistry(meters);
        try {
            send("poison");
            reader("PT30S", raw -> {
                throw new IllegalStateException("cannot be taken in");
            });
            await().atMost(LONG)
                    .until(() -> Metrics.counter(NewMail.PASSED_OVER).count() == 1);
        } finally {
            Metrics.removeRegistry(meters);
        }
    }

    @Test
    void ofAVeryLargeMessageTheBeginningIsTakenIn() {
        List<Integer> lengths = new CopyOnWriteArrayList<>();
        send("large", "attachment ".repeat(7).concat("\r\n").repeat(40_000));
        send("small");
        reader("PT30S", raw -> {
            lengths.add(raw.length);
            note(raw);
        });
        await().atMost(LONG).until(() -> taken.equals(List.of("large", "small")));
        assertThat(lengths.get(0)).isEqualTo(Beginning.BYTES);
        assertThat(lengths.get(1)).isLessThan(2000);
    }

    private void note(byte[] raw) {
        taken.add(subjectOf(raw));
    }

    private long lastUid() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT max(last_uid) FROM mailbox WHERE name LIKE :name")
                .bind("name", mailbox + "%")
                .mapTo(Long.class)
                .one());
    }

    private ReadMailboxes reader(String lease, Consumer<byte[]> whatToDo) {
        return reader(mail.imapPort(), lease, "PT2M", whatToDo);
    }

    private ReadMailboxes reader(int port, String lease, String idleLimit, Consumer<byte[]> whatToDo) {
        Map<String, String> imap = new HashMap<>();
        imap.put("host", "localhost");
        imap.put("port", Integer.toString(port));
        imap.put("tls", "false");
        imap.put("user", mailbox);
        imap.put("password", "any");
        imap.put("lease", lease);
        imap.put("idle-limit", idleLimit);
        imap.put("poll-interval", "PT0.5S");
        imap.put("whole-up-to", "2000000");
        imap.put("set-aside-retry-first", "PT0.3S");
        imap.put("set-aside-retry-longest", "PT1S");
        return readers.start(imap, Map.of("readers", "0"), (raw, source) -> whatToDo.accept(raw));
    }

    private static String subjectOf(byte[] raw) {
        return TestReaders.subjectOf(raw);
    }

    private void send(String subject) {
        send(subject, "hello\r\n");
    }

    private void send(String subject, String body) {
        mail.send(
                "mia@nordkraft.example",
                mailbox,
                "From: mia@nordkraft.example\r\nTo: " + mailbox + "\r\nMessage-ID: <" + subject
                        + "@nordkraft.example>\r\nSubject: " + subject + "\r\n\r\n" + body);
    }
}
