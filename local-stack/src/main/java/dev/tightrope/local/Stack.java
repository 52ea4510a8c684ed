package dev.tightrope.local;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import dev.tightrope.embedded.KafkaBroker;
import dev.tightrope.embedded.MailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** PostgreSQL, Kafka, mail and the three services behind one gateway, each in a process that can be killed. */
public final class Stack implements AutoCloseable {

    private static final int PARTITIONS = 6;

    private final StackConfig config;
    private final LocalKeys keys;
    private final EmbeddedPostgresServer postgres;
    private final KafkaBroker kafka;
    private final MailServer mail;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private CompletableFuture<KafkaBroker> kafkaStart = CompletableFuture.failedFuture(new IllegalStateException());
    private final Deque<Runnable> whatToClose = new ArrayDeque<>();

    private Stack(StackConfig config, Consumer<String> progress) {
        this.config = config;
        try {
            Path logs = Files.createDirectories(config.folder().resolve("logs"));
            keys = new LocalKeys(config.folder().resolve("keys"));
            progress.accept("PostgreSQL, Kafka and mail");
            kafkaStart = CompletableFuture.supplyAsync(() -> KafkaBroker.start(
                    config.folder().resolve("kafka"), config.ports().kafka(), 384));
            postgres = EmbeddedPostgresServer.start(
                    config.folder().resolve("postgres"), config.ports().postgres());
            whatToClose.push(postgres::close);
            Databases.create(postgres);
            mail = MailServer.start(
                    config.ports().smtp(),
                    config.ports().imap(),
                    config.folder().resolve("mail"));
            whatToClose.push(mail::close);
            kafka = kafkaStart.join();
            kafka.createTopics(PARTITIONS, "tightrope.outreach", "tightrope.voicemail", "tightrope.scheduler");
            progress.accept("The three services");
            for (Service service : Service.values()) {
                ServiceProcess process = new ServiceProcess(
                        service, config.root(), logs, config.ports().of(service), ServiceSettings.of(service, this));
                services.put(service, process);
                process.start();
            }
            services.values().forEach(ServiceProcess::awaitReady);
            whatToClose.push(Gateway.start(config.ports(), mail)::close);
        } catch (IOException e) {
            close();
            throw new UncheckedIOException("Cannot use " + config.folder(), e);
        } catch (CompletionException e) {
            close();
            throw new LauncherException(String.valueOf(e.getCause()));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Starts everything and waits until it serves; on failure nothing is left running. */
    public static Stack start(StackConfig config, Consumer<String> progress) {
        config.ports().requireFree();
        return new Stack(config, progress);
    }

    /** The one address of the API. */
    public String baseUrl() {
        return "http://localhost:" + config.ports().gateway();
    }

    /** A client of the API in a sample user's name. */
    public Rest as(SampleUser user) {
        return new Rest(baseUrl(), tokens().of(user));
    }

    /** Maker of bearer tokens the services accept. */
    public Tokens tokens() {
        return new Tokens(keys.privateKey(), Clock.systemUTC());
    }

    /** What it was started with. */
    public StackConfig config() {
        return config;
    }

    /** The database server. */
    public EmbeddedPostgresServer postgres() {
        return postgres;
    }

    /** The broker. */
    public KafkaBroker kafka() {
        return kafka;
    }

    /** The mail server. */
    public MailServer mail() {
        return mail;
    }

    /** One of the three services. */
    public ServiceProcess service(Service service) {
        return java.util.Objects.requireNonNull(services.get(service));
    }

    Path publicKey() {
        return keys.publicFile();
    }

    /** Stops everything, the gateway first and the database last. */
    @Override
    public void close() {
        // Services end at the same time: each drains its requests for some seconds.
        Stream.of(services.values().stream()
                        .map(service -> CompletableFuture.runAsync(service::stop))
                        .toArray(CompletableFuture[]::new))
                .forEach(CompletableFuture::join);
        // Also when starting failed half-way: a broker that comes up late must not stay behind.
        kafkaStart
                .handle((broker, failure) -> {
                    if (broker != null) {
                        broker.close();
                    }
                    return failure == null;
                })
                .join();
        while (!whatToClose.isEmpty()) {
            whatToClose.pop().run();
        }
    }
}
