package dev.tightrope.local;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import dev.tightrope.embedded.KafkaBroker;
import dev.tightrope.embedded.MailServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL, Kafka, mail and the three services behind one gateway, each in a process that can be killed. */
public final class Stack implements AutoCloseable {

    private static final int PARTITIONS = 6;

    private final StackConfig config;
    private final Endings endings;
    private final LocalKeys keys;
    private final EmbeddedPostgresServer postgres;
    private final KafkaBroker kafka;
    private final MailServer mail;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);

    private Stack(StackConfig config, Endings endings, Consumer<String> progress) throws IOException {
        this.config = config;
        this.endings = endings;
        Path logs = Files.createDirectories(config.folder().resolve("logs"));
        keys = new LocalKeys(config.folder().resolve("keys"));
        progress.accept("PostgreSQL, Kafka and mail");
        CompletableFuture<KafkaBroker> kafkaStart = CompletableFuture.supplyAsync(() -> endings.start(
                () -> KafkaBroker.start(
                        config.folder().resolve("kafka"), config.ports().kafka(), 384),
                KafkaBroker::close));
        postgres = endings.start(
                () -> EmbeddedPostgresServer.start(
                        config.folder().resolve("postgres"), config.ports().postgres()),
                EmbeddedPostgresServer::close);
        Databases.create(postgres);
        mail = endings.start(
                () -> MailServer.start(
                        config.ports().smtp(),
                        config.ports().imap(),
                        config.folder().resolve("mail")),
                MailServer::close);
        kafka = kafkaStart.join();
        kafka.createTopics(PARTITIONS, "tightrope.outreach", "tightrope.voicemail", "tightrope.scheduler");
        progress.accept("The three services");
        for (Service service : Service.values()) {
            services.put(
                    service,
                    new ServiceProcess(
                            service,
                            config.root(),
                            logs,
                            config.ports().of(service),
                            ServiceSettings.of(service, this)));
        }
        endings.start(
                () -> {
                    services.values().forEach(ServiceProcess::start);
                    return services.values();
                },
                Stack::stopAll);
        services.values().forEach(ServiceProcess::awaitReady);
        endings.start(
                () -> Gateway.start(config.ports(), mail, config.folder(), () -> tokens().of(SampleUser.MANAGER)),
                Gateway::close);
    }

    /** Starts everything and waits until it serves; it is closed on failure, and when this JVM ends at any moment. */
    public static Stack start(StackConfig config, Consumer<String> progress) {
        return start(config, Endings.atExit(() -> {}), progress);
    }

    /** The same, with the endings of whoever wants to know of them. */
    static Stack start(StackConfig config, Endings endings, Consumer<String> progress) {
        try {
            // First of all: the ports of another stack in this folder are taken, too, but other ports do not help.
            endings.start(() -> lockOf(config), FolderLock::close);
            config.ports().requireFree();
            return new Stack(config, endings, progress);
        } catch (IOException e) {
            endings.close();
            throw new LauncherException("Cannot use " + config.folder() + ": " + e);
        } catch (CompletionException | UncheckedIOException e) {
            endings.close();
            throw new LauncherException(reasons(e));
        } catch (RuntimeException e) {
            endings.close();
            throw e;
        }
    }

    private static FolderLock lockOf(StackConfig config) {
        try {
            return FolderLock.take(config.folder());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + config.folder() + ": " + e, e);
        }
    }

    /** What a part says of its failure is enough; the way through the code is not for whoever starts the stack. */
    private static String reasons(RuntimeException failure) {
        return Stream.iterate((Throwable) failure, Objects::nonNull, Throwable::getCause)
                .filter(reason -> !(reason instanceof CompletionException))
                .map(reason -> String.valueOf(reason.getMessage()))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Services end at the same time: each drains its requests for some seconds. */
    private static void stopAll(Collection<ServiceProcess> services) {
        Stream.of(services.stream()
                        .map(service -> CompletableFuture.runAsync(service::stop))
                        .toArray(CompletableFuture[]::new))
                .forEach(CompletableFuture::join);
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
        return Objects.requireNonNull(services.get(service));
    }

    Path publicKey() {
        return keys.publicFile();
    }

    /** Stops everything, the gateway first and what the services need last. */
    @Override
    public void close() {
        endings.close();
    }
}
