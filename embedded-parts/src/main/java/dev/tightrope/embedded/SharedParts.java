package dev.tightrope.embedded;

import org.jspecify.annotations.Nullable;

/** The parts a test run shares: each is started at first use, once per JVM, and ends with the JVM. */
public final class SharedParts {

    private static @Nullable EmbeddedPostgresServer postgres;

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
