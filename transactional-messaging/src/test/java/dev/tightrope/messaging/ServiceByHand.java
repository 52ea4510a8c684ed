package dev.tightrope.messaging;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import dev.tightrope.embedded.EmbeddedPostgresServer;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.events.Topics;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.agroal.narayana.NarayanaTransactionIntegration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** One replica of a service: the parts of the module put together by hand around a real pool and real transactions. */
final class ServiceByHand implements AutoCloseable {
    static final String NAME = "outreach-service";
    static final Duration FROZEN_AFTER = Duration.ofSeconds(2);

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final TransactionManager MANAGER = com.arjuna.ats.jta.TransactionManager.transactionManager();
    private static final TransactionSynchronizationRegistryImple REGISTRY =
            new TransactionSynchronizationRegistryImple();

    final Wakeups wakeups = new Wakeups();
    final Transactions transactions = new Transactions(MANAGER, REGISTRY);
    final MessagingMetrics metrics = new MessagingMetrics(new SimpleMeterRegistry());
    final AgroalDataSource pool;
    final DataSource unpooled;
    final Outbox outbox;
    final RecordEffect effects;
    final ReplayParked replay;
    final ReceiveMessage receive;
    final OutboxRelay relay;
    private final KafkaClients kafka;
    private final InboxUpkeep upkeep;
    private final List<Runnable> toStop = new ArrayList<>();

    private ServiceByHand(
            EmbeddedPostgresServer postgres,
            String database,
            String bootstrapServers,
            UnaryOperator<Producer<byte[], byte[]>> around,
            Duration frozenAfter)
            throws SQLException {
        PGSimpleDataSource direct = new PGSimpleDataSource();
        direct.setURL(postgres.jdbcUrl(database));
        direct.setUser(postgres.user());
        direct.setPassword(postgres.password());
        unpooled = direct;
        pool = pool(postgres, database);
        outbox = new JdbcOutbox(pool, transactions, wakeups::committed);
        effects = new RecordEffect(pool);
        TakeEffect takeEffect = new TakeEffect(new Handlers(List.of(effects)));
        replay = new ReplayParked(pool, transactions, takeEffect, 5);
        receive = new ReceiveMessage(new Inbox(pool, transactions, takeEffect), replay, 5, metrics);
        upkeep = new InboxUpkeep(pool, replay, metrics, Duration.ofDays(30), Duration.ofSeconds(2));
        // Shorter than an outage, so that a consumer which stops polling meanwhile loses its membership.
        kafka = new KafkaClients(Map.of("bootstrap.servers", bootstrapServers, "max.poll.interval.ms", 10_000));
        Duration delivery = Duration.ofSeconds(4);
        EventPublisher publisher =
                new EventPublisher(NAME, () -> around.apply(kafka.producer(delivery)), delivery.multipliedBy(2));
        relay = new OutboxRelay(unpooled, publisher, frozenAfter, metrics);
    }

    /** Makes a database for a test; replicas of the same service share one. */
    static String database(EmbeddedPostgresServer postgres) {
        String name = "messaging_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        String url = postgres.createDatabase(name);
        Flyway.configure()
                .dataSource(url, postgres.user(), postgres.password())
                .locations("classpath:db/messaging", "classpath:db/effects")
                .load()
                .migrate();
        return name;
    }

    static ServiceByHand on(String database) throws SQLException {
        return on(database, UnaryOperator.identity());
    }

    static ServiceByHand on(String database, UnaryOperator<Producer<byte[], byte[]>> around) throws SQLException {
        return on(database, around, FROZEN_AFTER);
    }

    static ServiceByHand on(String database, UnaryOperator<Producer<byte[], byte[]>> around, Duration frozenAfter)
            throws SQLException {
        SharedParts.kafka().createTopics(3, Topics.ALL.toArray(String[]::new));
        return new ServiceByHand(
                SharedParts.postgres(), database, SharedParts.kafka().bootstrapServers(), around, frozenAfter);
    }

    static ServiceByHand on(EmbeddedPostgresServer postgres, String database, String bootstrapServers)
            throws SQLException {
        return new ServiceByHand(postgres, database, bootstrapServers, UnaryOperator.identity(), FROZEN_AFTER);
    }

    private static AgroalDataSource pool(EmbeddedPostgresServer postgres, String database) throws SQLException {
        AgroalDataSourceConfigurationSupplier settings = new AgroalDataSourceConfigurationSupplier();
        settings.connectionPoolConfiguration()
                .maxSize(20)
                .acquisitionTimeout(Duration.ofSeconds(2))
                .transactionIntegration(new NarayanaTransactionIntegration(MANAGER, REGISTRY))
                .connectionFactoryConfiguration()
                .jdbcUrl(postgres.jdbcUrl(database))
                .principal(new NamePrincipal(postgres.user()))
                .credential(new SimplePassword(postgres.password()));
        return AgroalDataSource.from(settings);
    }

    interface Step {
        void run() throws Exception;
    }

    void inTransaction(Step step) throws Exception {
        transactions.call(() -> {
            step.run();
            return true;
        });
    }

    void commit(TightropeEvent event) throws Exception {
        inTransaction(() -> outbox.append(event));
    }

    /** Commits events about a person, one transaction each. */
    void commitProfiles(UUID person, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            commit(Events.profileOf(person, "Name " + i));
        }
    }

    /** Lets the relay run by itself. */
    ServiceByHand relaying(Duration pollInterval) {
        RelayThread thread = new RelayThread(relay, wakeups, unpooled, pollInterval, Duration.ofDays(7));
        thread.start();
        toStop.add(thread::stop);
        return this;
    }

    /** Lets a consumer run, in a consumer group of the test's own. */
    InboxConsumer consuming(String group) {
        InboxConsumer consumer = new InboxConsumer(
                () -> kafka.consumer(group),
                new Handlers(List.of(effects)).topics(),
                receive,
                upkeep,
                metrics,
                Duration.ofMillis(500));
        consumer.start();
        toStop.add(0, consumer::stop);
        return consumer;
    }

    /** Numbers of the events of an aggregate that took effect, in the order in which they did. */
    List<Long> effectsOf(UUID aggregate) throws SQLException {
        return numbers("SELECT sequence FROM effect WHERE aggregate = ? ORDER BY id", aggregate);
    }

    long unpublished() throws SQLException {
        return numbers("SELECT count(*) FROM outbox_event WHERE published_at IS NULL AND ?::uuid IS NULL", null)
                .get(0);
    }

    List<Long> numbersInOutbox() throws SQLException {
        return numbers("SELECT sequence FROM outbox_event WHERE ?::uuid IS NULL ORDER BY id", null);
    }

    List<ParkedMessage> parked(UUID key) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return new ParkedTable(connection).list(null, key.toString(), null, 100);
        }
    }

    List<String> outcomesOf(UUID key) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "SELECT outcome FROM inbox_event WHERE key = ? ORDER BY sequence")) {
            query.setString(1, key.toString());
            List<String> outcomes = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    outcomes.add(rows.getString(1));
                }
            }
            return outcomes;
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<Long> numbers(String sql, UUID argument) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, argument);
            List<Long> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
            return found;
        }
    }

    @Override
    public void close() {
        toStop.forEach(Runnable::run);
        relay.close();
        pool.close();
    }
}
