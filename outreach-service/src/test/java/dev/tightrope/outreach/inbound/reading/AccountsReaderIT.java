package dev.tightrope.outreach.inbound.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.events.MailAccountRefused;
import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.mailbox.AccountStatus;
import dev.tightrope.outreach.mailbox.ConnectionSecurity;
import dev.tightrope.outreach.mailbox.ServerAddress;
import dev.tightrope.outreach.mailbox.SignInServer;
import dev.tightrope.outreach.mailbox.TestAccounts;
import dev.tightrope.outreach.mailbox.TlsDoor;
import dev.tightrope.outreach.mailbox.TokenServer;
import dev.tightrope.outreach.time.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mailboxes of accounts on real servers and a real database; what is taken in is written down instead of followed. */
class AccountsReaderIT {
    private static final Duration LONG = Duration.ofSeconds(40);
    /** Only IDLE is this fast. */
    private static final String NEVER = "PT1H";

    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<Relay> relays = new ArrayList<>();
    private final SettableClock clock = new SettableClock();
    private final TestReaders readers = new TestReaders(accounts, clock);
    private SignInServer mail;
    private static TestAccounts accounts;

    @BeforeAll
    static void database() throws IOException {
        accounts = TestAccounts.in("accounts_reader");
    }

    @BeforeEach
    void start() {
        mail = new SignInServer();
        accounts.clear();
    }

    @AfterEach
    void end() {
        readers.close();
        relays.forEach(Relay::close);
        mail.close();
    }

    @Test
    void manyMailboxesAreWatchedOverTlsWithoutAThreadEach() throws Exception {
        try (TlsDoor door = new TlsDoor("good", mail.imap())) {
            List<String> first = new ArrayList<>();
            List<String> all = new ArrayList<>();
            for (int i = 1; i <= 20; i++) {
                String address = "rep" + i + "@varmia.example";
                mail.user(address, "s3cret");
                mail.deliver(address, "one-" + i, now());
                accounts.add(address, "s3cret", at(door.port(), ConnectionSecurity.TLS));
                first.add("rep" + i + "@varmia.example one-" + i);
                all.add("rep" + i + "@varmia.example two-" + i);
            }
            List<String> before = ours();
            ReadMailboxes reader = reader(NEVER, NEVER, "PT30S", taken);
            await().dontCatchUncaughtExceptions()
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(taken).containsAll(first));
            for (int i = 1; i <= 20; i++) {
                mail.deliver("rep" + i + "@varmia.example", "two-" + i, now());
            }
            await().dontCatchUncaughtExceptions()
                    .atMost(LONG)
                    .untilAsserted(() -> assertThat(taken).containsAll(all));
            assertThat(taken).doesNotHaveDuplicates().hasSize(40);
            assertThat(door.connections())
                    .as("one connection each, told of news in IDLE and not by making it anew")
                    .isEqualTo(20);
            List<String> threads = new ArrayList<>(ours());
            before.forEach(threads::remove);
            assertThat(threads).hasSizeLessThan(15);
            TestReaders.stop(reader);
        }
    }

    @Test
    void eachMailboxIsReadByOneReplicaAndTheOtherGoesOnWhenItStops() {
        List<String> bySecond = new CopyOnWriteArrayList<>();
        String address = mailbox("s3cret");
        accounts.add(address, "s3cret", at(mail.imap(), ConnectionSecurity.NONE));
        mail.deliver(address, "one", now());
        ReadMailboxes first = reader(NEVER, NEVER, "PT2S", taken);
        until(() -> taken.equals(List.of(address + " one")));
        reader(NEVER, NEVER, "PT2S", bySecond);
        for (int i = 2; i <= 20; i++) {
            mail.deliver(address, "m" + i, now());
        }
        until(() -> taken.size() == 20);
        assertThat(bySecond).isEmpty();
        TestReaders.stop(first);
        mail.deliver(address, "after", now());
        until(() -> bySecond.equals(List.of(address + " after")));
        assertThat(taken).doesNotContain(address + " after").doesNotHaveDuplicates();
    }

    @Test
    void aNewReplicaGetsItsShareAndADeadOnesMailboxesAreTakenOver() {
        List<String> bySecond = new CopyOnWriteArrayList<>();
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            addresses.add(mailbox("s3cret"));
            accounts.add(addresses.get(i), "s3cret", at(mail.imap(), ConnectionSecurity.NONE));
        }
        ReadMailboxes first = reader(NEVER, NEVER, "PT3S", taken);
        until(() -> shares().equals(List.of(6)));
        reader(NEVER, NEVER, "PT3S", bySecond);
        until(() -> shares().equals(List.of(3, 3)));
        addresses.forEach(address -> mail.deliver(address, "one", now()));
        until(() -> taken.size() == 3 && bySecond.size() == 3);
        assertThat(taken).doesNotContainAnyElementsOf(bySecond);

        TestReaders.stop(first);
        until(() -> shares().equals(List.of(6)));

        MailboxProgress dead = new MailboxProgress(accounts.jdbi(), new Ids());
        dead.share(6, Duration.ofSeconds(6));
        until(() -> shares().equals(List.of(3)));
        names().forEach(name -> dead.lease(name, Duration.ofSeconds(3)));
        assertThat(shares()).containsExactly(3, 3);
        until(() -> shares().equals(List.of(6)));
        addresses.forEach(address -> mail.deliver(address, "two", now()));
        until(() -> bySecond.stream().filter(text -> text.endsWith(" two")).count() == 6);
    }

    /** How many mailboxes each replica has at the moment. */
    private static List<Integer> shares() {
        return accounts.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM mailbox"
                                + " WHERE lease_until > clock_timestamp() GROUP BY holder ORDER BY 1 DESC")
                        .mapTo(Integer.class)
                        .list());
    }

    private static List<String> names() {
        return accounts.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT name FROM mailbox")
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void aMailboxThatWasAwayForWeeksLosesNothing() throws IOException {
        Relay relay = relay();
        String address = mailbox("s3cret");
        UUID id = accounts.add(address, "s3cret", at(relay.port(), ConnectionSecurity.NONE));
        mail.deliver(address, "before", now());
        ReadMailboxes reader = reader(NEVER, "PT3S", "PT30S", taken);
        until(() -> taken.equals(List.of(address + " before")));
        relay.fallSilent();
        for (int day = 1; day <= 3; day++) {
            mail.deliver(address, "day-" + day, Date.from(clock.instant().plus(Duration.ofDays(day))));
        }
        until(() -> relay.connections() > 2);

        clock.advance(Duration.ofDays(60));
        relay.speakAgain();
        until(() -> taken.size() == 4);
        assertThat(taken)
                .containsExactly(address + " before", address + " day-1", address + " day-2", address + " day-3");

        TestReaders.stop(reader);
        accounts.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE mailbox SET uid_validity = uid_validity - 1" + " WHERE name LIKE :name")
                        .bind("name", id + "%")
                        .execute());
        mail.deliver(address, "in the new folder", Date.from(clock.instant().minus(Duration.ofDays(55))));
        taken.clear();
        reader(NEVER, NEVER, "PT30S", taken);
        until(() -> taken.contains(address + " in the new folder"));
    }

    @Test
    void aReplicaThatLostItsLeaseReadsNoMore() throws IOException {
        Relay relay = relay();
        String address = mailbox("s3cret");
        String witness = mailbox("s3cret");
        UUID lost = accounts.add(address, "s3cret", at(relay.port(), ConnectionSecurity.NONE));
        accounts.add(witness, "s3cret", at(mail.imap(), ConnectionSecurity.NONE));
        mail.deliver(address, "one", now());
        reader(NEVER, NEVER, "PT1S", taken);
        until(() -> taken.contains(address + " one"));
        accounts.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "UPDATE mailbox SET holder = 'other', lease_until = now() + interval '1 hour' WHERE"
                                        + " name LIKE :name")
                        .bind("name", lost + "%")
                        .execute());
        until(() -> relay.left() == relay.connections());
        mail.deliver(address, "two", now());
        mail.deliver(witness, "two", now());
        until(() -> taken.contains(witness + " two"));
        assertThat(taken).doesNotContain(address + " two");
    }

    @Test
    void aConnectionThatWentSilentIsMadeAnew() throws IOException {
        String address = mailbox("s3cret");
        try (Relay relay = new Relay(mail.imap(), false)) {
            accounts.add(address, "s3cret", at(relay.port(), ConnectionSecurity.NONE));
            mail.deliver(address, "before", now());
            reader(NEVER, "PT3S", "PT30S", taken);
            until(() -> taken.equals(List.of(address + " before")));
            int made = relay.connections();
            relay.forget();
            mail.deliver(address, "after", now());
            until(() -> taken.equals(List.of(address + " before", address + " after")));
            assertThat(relay.connections()).isGreaterThan(made);
        }
    }

    @Test
    void aServerThatDoesNotSpeakIdleIsAskedAgainAndAgain() throws IOException {
        String address = mailbox("s3cret");
        try (Relay relay = new Relay(mail.imap(), true)) {
            accounts.add(address, "s3cret", at(relay.port(), ConnectionSecurity.NONE));
            reader("PT0.5S", NEVER, "PT30S", taken);
            mail.deliver(address, "one", now());
            until(() -> taken.equals(List.of(address + " one")));
            mail.deliver(address, "two", now());
            until(() -> taken.equals(List.of(address + " one", address + " two")));
        }
    }

    @Test
    void yearsOfOtherMailAreNotRead() {
        String address = mailbox("s3cret");
        for (int days : List.of(900, 400, 40)) {
            mail.deliver(
                    address,
                    "old-" + days,
                    Date.from(Clock.systemUTC().instant().minus(Duration.ofDays(days))));
        }
        mail.deliver(address, "lately", Date.from(Clock.systemUTC().instant().minus(Duration.ofDays(5))));
        accounts.add(address, "s3cret", at(mail.imap(), ConnectionSecurity.NONE));
        reader(NEVER, NEVER, "PT30S", taken);
        until(() -> taken.equals(List.of(address + " lately")));
        mail.deliver(address, "now", now());
        until(() -> taken.equals(List.of(address + " lately", address + " now")));
    }

    @Test
    void anAccountThatIsForgottenIsReadNoMore() throws IOException {
        Relay relay = relay();
        String address = mailbox("s3cret");
        String witness = mailbox("s3cret");
        UUID forgotten = accounts.add(address, "s3cret", at(relay.port(), ConnectionSecurity.NONE));
        accounts.add(witness, "s3cret", at(mail.imap(), ConnectionSecurity.NONE));
        mail.deliver(address, "one", now());
        reader(NEVER, NEVER, "PT30S", taken);
        until(() -> taken.contains(address + " one"));
        accounts.remove(forgotten);
        until(() -> relay.left() == relay.connections());
        mail.deliver(address, "two", now());
        mail.deliver(witness, "two", now());
        until(() -> taken.contains(witness + " two"));
        assertThat(taken).doesNotContain(address + " two");
    }

    @Test
    void aPasswordThatIsRefusedAgainAndAgainNeedsSignInUntilItsOwnerChangesIt() {
        String address = mailbox("s3cret");
        UUID id = accounts.add(address, "wrong", at(mail.imap(), ConnectionSecurity.NONE));
        mail.deliver(address, "one", now());
        reader(NEVER, NEVER, "PT30S", taken);
        until(() -> statusOf(id) == AccountStatus.NEEDS_SIGN_IN);
        assertThat(accounts.accounts().byId(id).orElseThrow().statusReason())
                .contains("did not accept user and password");
        assertThat(toldOf(id)).singleElement().satisfies(news -> {
            assertThat(news.address()).isEqualTo(address);
            // A shared one: whoever stored it can mend it.
            assertThat(news.shared()).isTrue();
            assertThat(news.personId()).isNotNull();
            assertThat(news.problem()).contains("did not accept user and password");
            assertThat(news.reads()).isTrue();
        });
        accounts.change(id, address, "s3cret", at(mail.imap(), ConnectionSecurity.NONE));
        until(() -> taken.equals(List.of(address + " one")));
        assertThat(statusOf(id)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(toldOf(id)).hasSize(1);
        accounts.change(id, address, "wrong again", at(mail.imap(), ConnectionSecurity.NONE));
        until(() -> toldOf(id).size() == 2);
    }

    @Test
    void whoseMailboxCannotBeReadForLongIsToldOnceEachTimeWhoeverReadsIt() throws IOException {
        String address = mailbox("s3cret");
        Relay relay = relay();
        UUID id = accounts.addFolder(address, "s3cret", at(relay.port(), ConnectionSecurity.NONE), "Customers");
        ReadMailboxes first = patient();
        until(() -> relay.connections() >= 3);
        assertThat(statusOf(id)).as("a short outage").isEqualTo(AccountStatus.ACTIVE);
        assertThat(toldOf(id)).isEmpty();
        TestReaders.stop(first);

        Instant since = failedFor(id, Duration.ofMinutes(61));
        patient();
        until(() -> statusOf(id) == AccountStatus.NOT_READ);
        assertThat(accounts.accounts().byId(id).orElseThrow().statusReason()).contains("There is no folder Customers");
        int connections = relay.connections();
        until(() -> relay.connections() >= connections + 3);
        assertThat(toldOf(id)).singleElement().satisfies(news -> {
            assertThat(news.kind()).isEqualTo(MailAccountRefused.NOT_READ);
            assertThat(news.problem()).contains("There is no folder Customers");
            assertThat(news.at()).isEqualTo(since);
            // A shared one: whoever stored it can mend it.
            assertThat(news.shared()).isTrue();
            assertThat(news.personId()).isNotNull();
        });

        mail.file(address, "Customers", "Subject: meanwhile\r\n\r\nhello\r\n".getBytes(StandardCharsets.US_ASCII));
        until(() -> taken.equals(List.of(address + " meanwhile")));
        until(() -> statusOf(id) == AccountStatus.ACTIVE);
        assertThat(accounts.accounts().byId(id).orElseThrow()).satisfies(account -> {
            assertThat(account.statusReason()).isNull();
            assertThat(account.failingSince()).isNull();
        });

        mail.remove(address, "Customers");
        relay.hangUp();
        until(() -> accounts.accounts().byId(id).orElseThrow().failingSince() != null);
        assertThat(statusOf(id)).isEqualTo(AccountStatus.ACTIVE);
        assertThat(toldOf(id)).hasSize(1);
        failedFor(id, Duration.ofHours(2));
        until(() -> toldOf(id).size() == 2);
        assertThat(statusOf(id)).isEqualTo(AccountStatus.NOT_READ);
    }

    @Test
    void anAccountThatHasToBeSignedInStaysSoWhateverElseFails() throws IOException {
        String address = mailbox("s3cret");
        Relay relay = relay();
        UUID id = accounts.addFolder(address, "s3cret", at(relay.port(), ConnectionSecurity.NONE), "Customers");
        accounts.accounts().needsSignIn(accounts.accounts().byId(id).orElseThrow(), "the server said no");
        patient();
        until(() -> relay.connections() >= 2);
        failedFor(id, Duration.ofHours(2));
        int connections = relay.connections();
        until(() -> relay.connections() >= connections + 3);
        assertThat(accounts.accounts().byId(id).orElseThrow()).satisfies(account -> {
            assertThat(account.status()).isEqualTo(AccountStatus.NEEDS_SIGN_IN);
            assertThat(account.statusReason()).isEqualTo("the server said no");
        });
        assertThat(toldOf(id)).hasSize(1);
    }

    @Test
    void whatAnotherReplicaNotedIsTakenBackByTheOneThatReadsAgain() throws IOException {
        String address = mailbox("s3cret");
        Relay relay = relay();
        UUID id = accounts.add(address, "s3cret", at(relay.port(), ConnectionSecurity.NONE));
        accounts.accounts().fails(accounts.accounts().byId(id).orElseThrow(), "it hangs here", Duration.ZERO);
        reader(NEVER, NEVER, "PT1S", taken);
        // Said behind the last message: a replica that is stopped before has not noted that it reads.
        until(() -> statusOf(id) == AccountStatus.ACTIVE);
        accounts.jdbi()
                .useHandle(handle -> handle.createUpdate("UPDATE mailbox SET holder = 'other',"
                                + " lease_until = clock_timestamp() + interval '3 seconds' WHERE name LIKE :name")
                        .bind("name", id + "%")
                        .execute());
        until(() -> relay.left() == relay.connections());
        accounts.accounts().fails(accounts.accounts().byId(id).orElseThrow(), "it hangs there", Duration.ZERO);
        assertThat(statusOf(id)).isEqualTo(AccountStatus.NOT_READ);
        until(() -> statusOf(id) == AccountStatus.ACTIVE);
    }

    /** A reader that comes again soon, and tells of nothing shorter than an hour. */
    private ReadMailboxes patient() {
        return readers.start(
                Map.of("poll-interval", NEVER, "idle-limit", NEVER, "retry-longest", "PT0.5S"),
                Map.of("tell-after", "PT1H"),
                (raw, source) -> taken.add(source + " " + TestReaders.subjectOf(raw)));
    }

    /** Has the time pass that an account's mailbox is not read. */
    private static Instant failedFor(UUID id, Duration time) {
        return accounts.jdbi()
                .withHandle(handle -> handle.createQuery("UPDATE mail_account SET failing_since = :since"
                                + " WHERE id = :id AND failing_since IS NOT NULL RETURNING failing_since")
                        .bind("id", id)
                        .bind("since", Clock.systemUTC().instant().minus(time))
                        .map((row, context) -> Columns.instant(row, "failing_since"))
                        .one());
    }

    /** What its owner is told of an account. */
    private List<MailAccountRefused> toldOf(UUID id) {
        return accounts.refused().stream()
                .filter(news -> news.accountId().equals(id))
                .toList();
    }

    @Test
    void aRevokedRefreshTokenNeedsSignInButAnEndpointThatIsAwayIsAskedAgain() throws IOException {
        String revoked = mailbox("t0ken");
        String away = mailbox("t0ken");
        try (TokenServer refuses = new TokenServer();
                TokenServer recovers = new TokenServer()) {
            refuses.refuses(400, "{\"error\":\"invalid_grant\"}");
            recovers.refuses(503, "")
                    .refuses(503, "")
                    .refuses(503, "")
                    .refuses(503, "")
                    .gives("t0ken", 3600);
            ServerAddress imap = at(mail.imap(), ConnectionSecurity.NONE);
            UUID first = accounts.add(revoked, "r1", refuses.url(), imap);
            UUID second = accounts.add(away, "r2", recovers.url(), imap);
            mail.deliver(away, "one", now());
            reader(NEVER, NEVER, "PT30S", taken);
            until(() -> statusOf(first) == AccountStatus.NEEDS_SIGN_IN);
            until(() -> taken.equals(List.of(away + " one")));
            assertThat(statusOf(second)).isEqualTo(AccountStatus.ACTIVE);
            assertThat(refuses.asked())
                    .as("a refused token is not tried again and again")
                    .hasSize(1);
        }
    }

    @Test
    void aServerThatNeverAnswersDoesNotKeepTheOthersWaiting() throws IOException {
        try (Relay silent = new Relay(mail.imap(), false)) {
            for (int i = 0; i < 3; i++) {
                accounts.add(mailbox("s3cret"), "s3cret", at(silent.port(), ConnectionSecurity.NONE));
            }
            silent.fallSilent();
            String address = mailbox("s3cret");
            accounts.add(address, "s3cret", at(mail.imap(), ConnectionSecurity.NONE));
            reader(NEVER, NEVER, "PT30S", taken);
            mail.deliver(address, "one", now());
            until(() -> taken.equals(List.of(address + " one")));
        }
    }

    @Test
    void whatWaitsLongForAThreadIsReadWhenItsTurnComes() throws IOException {
        Relay silent = relay();
        silent.fallSilent();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String address = mailbox("s3cret");
            accounts.add(address, "s3cret", at(silent.port(), ConnectionSecurity.NONE));
            mail.deliver(address, "one", now());
            all.add(address + " one");
        }
        reader(NEVER, "PT1S", "PT30S", "1", taken);
        until(() -> silent.connections() >= 4);
        silent.speakAgain();
        await().dontCatchUncaughtExceptions()
                .atMost(LONG)
                .untilAsserted(() -> assertThat(taken).containsExactlyInAnyOrderElementsOf(all));
    }

    private Relay relay() throws IOException {
        Relay relay = new Relay(mail.imap(), false);
        relays.add(relay);
        return relay;
    }

    private AccountStatus statusOf(UUID id) {
        return accounts.accounts().byId(id).orElseThrow().status();
    }

    private ReadMailboxes reader(String pollInterval, String idleLimit, String lease, List<String> into) {
        return reader(pollInterval, idleLimit, lease, "4", into);
    }

    private ReadMailboxes reader(
            String pollInterval, String idleLimit, String lease, String atATime, List<String> into) {
        return readers.start(
                Map.of("poll-interval", pollInterval, "idle-limit", idleLimit, "lease", lease),
                Map.of("readers", atATime),
                (raw, source) -> into.add(source + " " + TestReaders.subjectOf(raw)));
    }

    private String mailbox(String password) {
        String address = "m" + UUID.randomUUID() + "@varmia.example";
        mail.user(address, password);
        return address;
    }

    /** Threads that are not a server's. */
    private static List<String> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !name.startsWith("imap") && !name.startsWith("smtp") && !name.startsWith("door"))
                .toList();
    }

    private static ServerAddress at(int port, ConnectionSecurity security) {
        return new ServerAddress("localhost", port, security);
    }

    private static Date now() {
        return Date.from(Clock.systemUTC().instant());
    }

    private static void until(BooleanSupplier condition) {
        await().dontCatchUncaughtExceptions().atMost(LONG).until(condition::getAsBoolean);
    }
}
