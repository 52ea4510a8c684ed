package dev.tightrope.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/** Puts the module together for CDI. */
@Singleton
final class MessagingBeans {
    private static final Duration UPKEEP_INTERVAL = Duration.ofSeconds(10);

    private final MessagingConfig config;
    private final DataSource dataSource;
    private final Transactions transactions;
    private final KafkaClients kafka;
    private final MessagingMetrics metrics;
    private final Wakeups wakeups = new Wakeups();

    MessagingBeans(
            MessagingConfig config,
            DataSource dataSource,
            TransactionManager manager,
            TransactionSynchronizationRegistry registry,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            MeterRegistry meters) {
        this.config = config;
        this.dataSource = dataSource;
        this.transactions = new Transactions(manager, registry);
        this.kafka = new KafkaClients(kafka);
        this.metrics = new MessagingMetrics(meters);
    }

    @Produces
    @Singleton
    Outbox outbox() {
        return new JdbcOutbox(dataSource, transactions, wakeups::committed);
    }

    @Produces
    @Singleton
    ParkedMessages parkedMessages() {
        return new ParkedMessages(dataSource);
    }

    @Produces
    @Singleton
    Unpooled unpooled(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        PGSimpleDataSource unpooled = new PGSimpleDataSource();
        unpooled.setURL(url);
        unpooled.setUser(user);
        unpooled.setPassword(password);
        unpooled.setApplicationName(config.service() + "-relay");
        unpooled.setConnectTimeout(5);
        unpooled.setSocketTimeout(15);
        unpooled.setTcpKeepAlive(true);
        return new Unpooled(unpooled);
    }

    @Produces
    @Singleton
    OutboxRelay relay(Unpooled unpooled) {
        Duration delivery = config.relay().deliveryTimeout();
        EventPublisher publisher =
                new EventPublisher(config.service(), () -> kafka.producer(delivery), delivery.multipliedBy(2));
        return new OutboxRelay(unpooled.dataSource, publisher, config.relay().frozenAfter(), metrics);
    }

    @Produces
    @Singleton
    RelayThread relayThread(OutboxRelay relay, Unpooled unpooled) {
        return new RelayThread(
                relay,
                wakeups,
                unpooled.dataSource,
                config.relay().pollInterval(),
                config.relay().retention());
    }

    @Produces
    @Singleton
    Handlers handlers(@All List<EventHandler<?>> handlers) {
        return new Handlers(handlers);
    }

    @Produces
    @Singleton
    ReplayParked replayParked(Handlers handlers) {
        return new ReplayParked(
                dataSource,
                transactions,
                new TakeEffect(handlers),
                config.inbox().attempts());
    }

    @Produces
    @Singleton
    InboxConsumer inboxConsumer(Handlers handlers, ReplayParked replay) {
        MessagingConfig.Inbox settings = config.inbox();
        Inbox inbox = new Inbox(dataSource, transactions, new TakeEffect(handlers));
        return new InboxConsumer(
                () -> kafka.consumer(config.service()),
                handlers.topics(),
                new ReceiveMessage(inbox, replay, settings.attempts(), metrics),
                new InboxUpkeep(dataSource, replay, metrics, settings.retention(), UPKEEP_INTERVAL),
                metrics,
                settings.pause());
    }

    /** Connections outside the pool: the relay's session must be nobody else's, and must end when it does. */
    record Unpooled(DataSource dataSource) {}
}
