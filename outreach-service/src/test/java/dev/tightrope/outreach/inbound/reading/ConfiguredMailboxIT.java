package dev.tightrope.outreach.inbound.reading;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.outreach.mailbox.SignInServer;
import dev.tightrope.outreach.mailbox.StartTlsDoor;
import dev.tightrope.outreach.mailbox.TestAccounts;
import dev.tightrope.outreach.mailbox.TlsDoor;
import dev.tightrope.outreach.mailbox.connection.ConnectionProblem.Step;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps the configured mailbox from being read, what is said of it meanwhile, and that nothing is lost by it. */
class ConfiguredMailboxIT {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final String AUTHORITY = "src/test/resources/certificates/authority.pem";
    /** Only IDLE is this fast. */
    private static final String NEVER = "PT1H";

    private static TestAccounts accounts;
    private static SignInServer mail;
    private static SimpleMeterRegistry meters;

    private final SettableClock clock = new SettableClock();
    private final TestReaders readers = new TestReaders(accounts, clock);
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final String address = "replies-" + UUID.randomUUID() + "@ours.example";

    @BeforeAll
    static void start() throws IOException {
        accounts = TestAccounts.in("configured_mailbox");
        mail = new SignInServer();
        meters = new SimpleMeterRegistry();
        Metrics.addRegistry(meters);
    }

    @AfterAll
    static void stop() {
        Metrics.removeRegistry(meters);
        mail.close();
    }

    @BeforeEach
    void mailbox() {
        mail.user(address, "s3cret");
        deliver("one");
    }

    @AfterEach
    void end() {
        readers.close();
    }

    @Test
    void overImapsItIsReadWithACertificateOfAnAuthorityInTheConfiguration() {
        try (SignInServer encrypted = SignInServer.overTls()) {
            encrypted.user(address, "s3cret");
            encrypted.deliver(address, "over TLS", now());
            reader(Map.of(
                    "port", Integer.toString(encrypted.imap()), "security", "TLS", "trusted-authorities", AUTHORITY));
            until(() -> taken.equals(List.of("over TLS")));
            encrypted.deliver(address, "told in IDLE", now());
            until(() -> taken.equals(List.of("over TLS", "told in IDLE")));
        }
    }

    @Test
    void overStartTlsItIsReadAndNothingIsSaidInTheClear() throws Exception {
        try (StartTlsDoor door = new StartTlsDoor("good", mail.imap())) {
            reader(Map.of(
                    "port", Integer.toString(door.port()), "security", "STARTTLS", "trusted-authorities", AUTHORITY));
            until(() -> taken.equals(List.of("one")));
            deliver("two");
            until(() -> taken.equals(List.of("one", "two")));
            assertNothingSaidIn(door);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "good,,tightrope.inbound.imap.trusted-authorities",
        "unknown," + AUTHORITY + ",tightrope.inbound.imap.trusted-authorities",
        "other-name," + AUTHORITY + ",is for another name",
        "expired," + AUTHORITY + ",has expired"
    })
    void aCertificateThatIsNotBelievedGetsNoPassword(String certificate, String authority, String said)
            throws Exception {
        try (TlsDoor tls = new TlsDoor(certificate, mail.imap());
                StartTlsDoor startTls = new StartTlsDoor(certificate, mail.imap())) {
            for (String security : List.of("TLS", "STARTTLS")) {
                Map<String, String> keys = new HashMap<>();
                keys.put("port", Integer.toString(security.equals("TLS") ? tls.port() : startTls.port()));
                keys.put("security", security);
                if (authority != null) {
                    keys.put("trusted-authorities", authority);
                }
                double before = failures(Step.TRUSTING);
                ReadMailboxes reader = reader(keys);
                until(() -> failuresOf(reader) >= 2);
                assertThat(conditionOf(reader).inWords()).contains(said, "not read yet", "tried again in");
                assertThat(failures(Step.TRUSTING)).isGreaterThanOrEqualTo(before + 2);
                TestReaders.stop(reader);
            }
            assertNothingSaidIn(startTls);
        }
        assertThat(taken).isEmpty();
    }

    @Test
    void aServerThatOffersNoStartTlsIsToldNothing() {
        ReadMailboxes reader = reader(Map.of("port", Integer.toString(mail.imap()), "security", "STARTTLS"));
        until(() -> failuresOf(reader) >= 2);
        assertThat(conditionOf(reader).inWords()).contains("does not offer STARTTLS");
        assertThat(taken).isEmpty();
    }

    @Test
    void aWrongPasswordIsTriedAgainUntilItIsRight() {
        SimpleMeterRegistry own = new SimpleMeterRegistry();
        ReadMailboxes reader = reader(Map.of("password", "changed-later"));
        new MailboxGauges(reader, new SetAsideMessages(accounts.jdbi(), TestReaders.settings(Map.of()))).register(own);
        until(() -> failuresOf(reader) >= 3);

        MailboxCondition condition = conditionOf(reader);
        assertThat(condition.inWords())
                .contains("did not accept user and password", "Check both in the configuration")
                .doesNotContain("changed-later");
        assertThat(condition.connected()).isFalse();
        assertThat(own.get(MailboxGauges.CONNECTED)
                        .tag("mailbox", "configuration")
                        .gauge()
                        .value())
                .isZero();
        HealthCheckResponse health = new MailboxHealth(reader).call();
        assertThat(health.getStatus())
                .as("the service goes on answering requests")
                .isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(health.getData().orElseThrow().get("configured"))
                .asString()
                .contains("did not accept user and password");
        double takenIn = takenIn();

        mail.user(address, "changed-later");

        until(() -> taken.equals(List.of("one")));
        until(() -> conditionOf(reader).everRead());
        assertThat(conditionOf(reader).inWords()).startsWith("connected, last read");
        assertThat(failuresOf(reader)).isZero();
        assertThat(takenIn()).isEqualTo(takenIn + 1);
        assertThat(own.get(MailboxGauges.CONNECTED)
                        .tag("mailbox", "configuration")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(own.get(MailboxGauges.QUIET).gauge().value()).isBetween(0.0, 60.0);
    }

    @Test
    void attemptsBecomeRarerUpToABound() throws IOException {
        try (Relay relay = new Relay(mail.imap(), false)) {
            ReadMailboxes reader = reader(Map.of(
                    "port",
                    Integer.toString(relay.port()),
                    "password",
                    "wrong",
                    "retry-first",
                    "PT0.1S",
                    "retry-longest",
                    "PT1S"));
            Duration longest = Duration.ZERO;
            for (int failures = 1; failures <= 6; failures++) {
                int wanted = failures;
                until(() -> failuresOf(reader) >= wanted);
                Duration next = conditionOf(reader).nextTry();
                longest = next.compareTo(longest) > 0 ? next : longest;
            }
            assertThat(longest).isBetween(Duration.ofMillis(400), Duration.ofSeconds(1));
        }
    }

    @Test
    void withoutUserOrPasswordItIsSaidWhatIsMissing() {
        Map<String, String> keys = keys(Map.of());
        keys.remove("password");
        ReadMailboxes reader = start(keys);
        until(() -> failuresOf(reader) >= 1);
        assertThat(conditionOf(reader).inWords()).contains("Check both in the configuration");
    }

    @Test
    void weeksWithoutItLoseNothingAndDoubleNothing() throws IOException {
        try (Relay relay = new Relay(mail.imap(), false)) {
            ReadMailboxes reader = reader(Map.of("port", Integer.toString(relay.port()), "idle-limit", "PT4S"));
            until(() -> taken.equals(List.of("one")) && conditionOf(reader).everRead());
            relay.fallSilent();
            for (int day = 1; day <= 3; day++) {
                mail.deliver(address, "day-" + day, Date.from(clock.instant().plus(Duration.ofDays(day))));
            }
            until(() -> failuresOf(reader) >= 2);
            assertThat(conditionOf(reader).inWords()).contains("does not answer", "last read");

            clock.advance(Duration.ofDays(60));
            relay.speakAgain();

            until(() -> taken.size() == 4);
            assertThat(taken).containsExactly("one", "day-1", "day-2", "day-3");
            TestReaders.stop(reader);

            update("uid_validity = uid_validity - 1");
            mail.deliver(address, "in the new folder", Date.from(clock.instant().minus(Duration.ofDays(55))));
            reader(Map.of());
            until(() -> taken.contains("in the new folder"));
        }
    }

    @Test
    void whatCouldNotBeTakenInForWeeksIsNeitherMarkedNorLost() {
        ReadMailboxes fails = readers.start(
                keys(Map.of("retry-first", NEVER, "retry-longest", NEVER)), Map.of("readers", "0"), (raw, source) -> {
                    throw new IllegalStateException("provoked");
                });
        until(() -> failuresOf(fails) == 1);
        assertThat(mail.read(address, "INBOX")).isZero();
        TestReaders.stop(fails);

        clock.advance(Duration.ofDays(60));
        reader(Map.of());

        until(() -> taken.equals(List.of("one")));
        until(() -> mail.read(address, "INBOX") == 1);
    }

    @Test
    void whatWasLeftUnreadWhenTheFolderWasMadeAnewIsReadHoweverOldItIs() {
        ReadMailboxes first = reader(Map.of());
        until(() -> conditionOf(first).everRead());
        TestReaders.stop(first);
        update("read_at = now() - interval '60 days'");
        for (int days : List.of(45, 44)) {
            mail.deliver(address, "old-" + days, Date.from(clock.instant().minus(Duration.ofDays(days))));
        }
        ReadMailboxes second = readers.start(
                keys(Map.of("retry-first", NEVER, "retry-longest", NEVER)), Map.of("readers", "0"), (raw, source) -> {
                    if (TestReaders.subjectOf(raw).equals("old-44")) {
                        throw new IllegalStateException("provoked");
                    }
                    taken.add(TestReaders.subjectOf(raw));
                });
        until(() -> failuresOf(second) == 1);
        assertThat(taken).containsExactly("one", "old-45");
        TestReaders.stop(second);

        update("uid_validity = uid_validity - 1");
        reader(Map.of());
        until(() -> taken.contains("old-44"));
    }

    @Test
    void aReplicaThatLostItsLeaseReadsNoMore() throws IOException {
        try (Relay relay = new Relay(mail.imap(), false)) {
            ReadMailboxes reader = reader(Map.of("port", Integer.toString(relay.port()), "lease", "PT1S"));
            until(() -> taken.equals(List.of("one")));
            leaseTo("other", "1 hour");
            until(() -> relay.left() == relay.connections());
            assertThat(conditionOf(reader).inWords()).contains("another replica reads it");
            deliver("two");

            leaseTo("other", "-1 hour");

            until(() -> taken.equals(List.of("one", "two")));
            assertThat(conditionOf(reader).held()).isTrue();
        }
    }

    private void leaseTo(String holder, String until) {
        update("holder = '" + holder + "', lease_until = now() + interval '" + until + "'");
    }

    private void update(String what) {
        accounts.jdbi()
                .useHandle(handle -> handle.createUpdate("UPDATE mailbox SET " + what + " WHERE name LIKE :name")
                        .bind("name", address + "%")
                        .execute());
    }

    @Test
    void anErrorOfWhateverKindEndsNothing() {
        List<String> tried = new CopyOnWriteArrayList<>();
        double before = failures(Step.WORKING);
        readers.start(keys(Map.of()), Map.of("readers", "0"), (raw, source) -> {
            tried.add(TestReaders.subjectOf(raw));
            switch (tried.size()) {
                case 1 -> throw new StackOverflowError("provoked");
                case 2 -> throw new NoClassDefFoundError("provoked");
                case 3 -> throw new AssertionError("provoked");
                default -> taken.add(TestReaders.subjectOf(raw));
            }
        });
        until(() -> taken.equals(List.of("one")));
        assertThat(failures(Step.WORKING)).as("each with a pause").isEqualTo(before + 3);
        deliver("two");
        until(() -> taken.equals(List.of("one", "two")));
        assertThat(tried).containsExactly("one", "one", "one", "one", "two");
    }

    @Test
    void aLargeMessageOverASlowLineIsNoSilence() throws IOException {
        String large = "From: mia@nordkraft.example\r\nSubject: large\r\n\r\n" + "attachment\r\n".repeat(20_000);
        mail.file(address, "INBOX", large.getBytes(US_ASCII));
        try (Relay slow = new Relay(mail.imap(), said -> {
            await().pollDelay(Duration.ofMillis(said.length() / 40)).until(() -> true);
            return said;
        })) {
            reader(Map.of("port", Integer.toString(slow.port()), "idle-limit", "PT2S"));
            until(() -> taken.equals(List.of("one", "large")));
        }
    }

    private ReadMailboxes reader(Map<String, String> more) {
        return start(keys(more));
    }

    private Map<String, String> keys(Map<String, String> more) {
        Map<String, String> keys = new HashMap<>(Map.of(
                "host",
                "localhost",
                "port",
                Integer.toString(mail.imap()),
                "security",
                "NONE",
                "user",
                address,
                "password",
                "s3cret",
                "idle-limit",
                NEVER,
                "poll-interval",
                NEVER,
                "retry-longest",
                "PT2S"));
        keys.putAll(more);
        return keys;
    }

    /** As an operator would who lets users name servers on the Internet only: their own may be anywhere. */
    private ReadMailboxes start(Map<String, String> keys) {
        return readers.start(
                keys,
                Map.of("readers", "0", "allow-private-hosts", "false"),
                (raw, source) -> taken.add(TestReaders.subjectOf(raw)));
    }

    private static MailboxCondition conditionOf(ReadMailboxes reader) {
        return reader.configured().orElseThrow();
    }

    private static int failuresOf(ReadMailboxes reader) {
        return conditionOf(reader).failures();
    }

    private static double failures(Step step) {
        return MailboxMeters.failures(ReadableMailbox.Origin.CONFIGURATION, step)
                .count();
    }

    private static double takenIn() {
        return MailboxMeters.takenIn(ReadableMailbox.Origin.CONFIGURATION).count();
    }

    private static void assertNothingSaidIn(StartTlsDoor door) {
        assertThat(door.saidInTheClear())
                .isNotEmpty()
                .allMatch(line -> line.matches("\\w+ (CAPABILITY|STARTTLS|LOGOUT|NOOP)"));
    }

    private void deliver(String subject) {
        mail.deliver(address, subject, now());
    }

    private static Date now() {
        return Date.from(Clock.systemUTC().instant());
    }

    private static void until(BooleanSupplier condition) {
        await().atMost(LONG).until(condition::getAsBoolean);
    }
}
