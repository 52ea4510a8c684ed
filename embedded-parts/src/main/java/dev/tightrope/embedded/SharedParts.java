package dev.tightrope.embedded;

import org.jspecify.annotations.Nullable;

/** The parts a test run shares: each is started at first use, once per JVM, and ends with the JVM. */
public final class SharedParts {

    private static @Nullable EmbeddedPostgresServer postgres;
    private static @Nullable KafkaBroker kafka;
    private static @Nullable MailServer mail;

    private SharedParts() {}

    /** The JVM's one PostgreSQL server; take a database of your own on it. */
    public static synchronized EmbeddedPostgresServer postgres() {
        EmbeddedPostgresServer shared = postgres;
        if (shared == null) {
            shared = EmbeddedPostgresServer.start();
            postgres = shared;
            closeAtExit(shared);
        }
        return shared;
    }

    /** The JVM's one broker; topics are created at first use, or by {@link KafkaBroker#createTopics}. */
    public static synchronized KafkaBroker kafka() {
        KafkaBroker shared = kafka;
        if (shared == null) {
            shared = KafkaBroker.start();
            kafka = shared;
            closeAtExit(shared);
        }
        return shared;
    }

    /** The JVM's one mail server; use addresses of your own. */
    public static synchronized MailServer mail() {
        MailServer shared = mail;
        if (shared == null) {
            shared = MailServer.start();
            mail = shared;
            closeAtExit(shared);
        }
        return shared;
    }

    private static void closeAtExit(AutoCloseable part) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            try {
                                part.close();
                            } catch (Exception e) {
                                System.err.println("Could not stop " + part + ": " + e);
                            }
                        },
                        "stop-" + part.getClass().getSimpleName()));
    }
}
