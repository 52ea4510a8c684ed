package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.MailServer;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.time.Ids;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The reader on a real IMAP server and database; what it takes in is written down instead of followed. */
class MailboxReaderIT {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final Pattern SUBJECT = Pattern.compile("(?m)^Subject: (.*?)\r?$");
    private static Jdbi jdbi;

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final Set<MailPlace> places = ConcurrentHashMap.newKeySet();
    private final List<MailboxReader> readers = new ArrayList<>();
    private MailServer mail;
    private String mailbox;

    @TempDir
    Path kept;

    @BeforeAll
    static void database() throws IOException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(SharedParts.postgres().createDatabase("mailbox_reader"));
        source.setUser(SharedParts.postgres().user());
        source.setPassword(SharedParts.postgres().password());
        jdbi = Jdbi.create(source);
        for (String migration : List.of("V70__inbound_mail", "V122__places_of_messages")) {
            String script = Files.readString(Path.of("src/main/resources/db/migration/" + migration + ".sql"));
            jdbi.useHandle(handle -> handle.createScript(script).execute());
        }
    }

    @BeforeEach
    void server() {
        mail = MailServer.start(0, 0, kept);
        mailbox = "replies-" + System.nanoTime() + "@ours.example";
        mail.createMailbox(mailbox);
    }

    @AfterEach
    void end() {
        readers.forEach(reader -> reader.stop(new ShutdownEvent()));
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
        MailboxReader first = reader("PT30S", this::note);
        await().atMost(LONG).until(() -> taken.equals(List.of("one")));
        await().atMost(LONG).until(() -> lastUid() > 0);
        first.stop(new ShutdownEvent());
        send("two");
        reader("PT30S", this::note);
        await().atMost(LONG).until(() -> taken.equals(List.of("one", "two")));
    }

    @Test
    void twoReplicasTakeEachMessageInOnceAndTheSecondGoesOnWhenTheFirstStops() {
        List<String> bySecond = new CopyOnWriteArrayList<>();
        MailboxReader first = reader("PT2S", this::note);
        send("one");
        await().atMost(LONG).until(() -> taken.equals(List.of("one")));
        reader("PT2S", raw -> bySecond.add(subjectOf(raw)));
        for (int i = 2; i <= 20; i++) {
            send("m" + i);
        }
        await().atMost(LONG).until(() -> taken.size() == 20);
        await().atMost(LONG).until(() -> lastUid() == 20);
        assertThat(bySecond).isEmpty();
        first.stop(new ShutdownEvent());
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
    void aMessageThatCannotBeTakenInDoesNotBlockThoseBehindIt() {
        send("poison");
        send("healthy");
        List<String> tried = new CopyOnWriteArrayList<>();
        reader("PT30S", raw -> {
            tried.add(subjectOf(raw));
            if (subjectOf(raw).equals("poison")) {
                throw new IllegalStateException("cannot be taken in");
            }
            note(raw);
        });
        await().atMost(LONG).until(() -> taken.equals(List.of("healthy")));
        assertThat(tried).hasSize(6);
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
        assertThat(lengths.get(0)).isEqualTo(MailboxConnection.BEGINNING);
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

    private MailboxReader reader(String lease, Consumer<byte[]> whatToDo) {
        return reader(mail.imapPort(), lease, "PT2M", whatToDo);
    }

    private MailboxReader reader(int port, String lease, String idleLimit, Consumer<byte[]> whatToDo) {
        MailboxSettings settings = new SmallRyeConfigBuilder()
                .withMapping(MailboxSettings.class)
                .withDefaultValues(Map.of(
                        "tightrope.inbound.imap.host",
                        "localhost",
                        "tightrope.inbound.imap.port",
                        Integer.toString(port),
                        "tightrope.inbound.imap.tls",
                        "false",
                        "tightrope.inbound.imap.user",
                        mailbox,
                        "tightrope.inbound.imap.password",
                        "any",
                        "tightrope.inbound.imap.lease",
                        lease,
                        "tightrope.inbound.imap.idle-limit",
                        idleLimit,
                        "tightrope.inbound.imap.poll-interval",
                        "PT0.5S",
                        "tightrope.inbound.imap.whole-up-to",
                        "2000000"))
                .build()
                .getConfigMapping(MailboxSettings.class);
        MailIntake takeIn = (raw, source, place) -> {
            // As the interface asks: a reader that lost its connection before it noted its progress comes again.
            if (!places.contains(place)) {
                whatToDo.accept(raw);
                places.add(place);
            }
            return true;
        };
        MailboxReader reader =
                new MailboxReader(settings, new MailboxProgress(jdbi, new Ids()), takeIn, Duration.ofMillis(200));
        readers.add(reader);
        reader.start(new StartupEvent());
        return reader;
    }

    private static String subjectOf(byte[] raw) {
        Matcher subject = SUBJECT.matcher(new String(raw, StandardCharsets.US_ASCII));
        return subject.find() ? subject.group(1) : "";
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
