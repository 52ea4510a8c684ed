package dev.tightrope.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/** Keeps a relay going: at every signal, and at short intervals in case a signal was lost. */
final class RelayThread {
    private static final Logger LOG = Logger.getLogger(RelayThread.class);
    private static final long HOUSE_KEEPING_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int LISTEN_MILLIS = 2_000;

    private final OutboxRelay relay;
    private final Wakeups wakeups;
    private final DataSource unpooled;
    private final Duration pollInterval;
    private final Duration retention;
    private final Thread relaying = new Thread(this::relay, "outbox-relay");
    private final Thread listening = new Thread(this::listen, "outbox-listener");
    private volatile boolean stopped;

    RelayThread(OutboxRelay relay, Wakeups wakeups, DataSource unpooled, Duration pollInterval, Duration retention) {
        this.relay = relay;
        this.wakeups = wakeups;
        this.unpooled = unpooled;
        this.pollInterval = pollInterval;
        this.retention = retention;
    }

    void start() {
        relaying.setDaemon(true);
        listening.setDaemon(true);
        relaying.start();
        listening.start();
    }

    void stop() {
        stopped = true;
        relaying.interrupt();
        listening.interrupt();
        try {
            relaying.join(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        relay.close();
    }

    private void relay() {
        long housekeepingAt = System.nanoTime();
        boolean away = false;
        while (!stopped) {
            try {
                boolean committedHere = wakeups.await(pollInterval.toMillis());
                relay.turn(committedHere);
                if (System.nanoTime() - housekeepingAt >= 0) {
                    relay.keepHouse(retention);
                    housekeepingAt = System.nanoTime() + HOUSE_KEEPING_NANOS;
                }
                away = false;
            } catch (InterruptedException e) {
                LOG.debug("The relay was told to stop", e);
            } catch (SQLException e) {
                // said once per outage, not twice a second
                LOG.logf(away ? Logger.Level.DEBUG : Logger.Level.WARN, e, "The relay cannot reach its database");
                away = true;
            } catch (Throwable e) {
                // Whatever it is, an outbox that is not emptied is worse than one that fails noisily again and again.
                LOG.error("The relay failed and goes on", e);
            }
        }
    }

    /** Listens on yet another connection, because waiting for a notification occupies one. */
    private void listen() {
        while (!stopped) {
            try (Connection connection = unpooled.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("LISTEN " + RelaySession.CHANNEL);
                PGConnection notifications = connection.unwrap(PGConnection.class);
                while (!stopped) {
                    if (notifications.getNotifications(LISTEN_MILLIS).length > 0) {
                        wakeups.notified();
                    }
                }
            } catch (SQLException e) {
                LOG.debug("No notifications for now, the relay polls", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            relaying.join(1_000);
        } catch (InterruptedException e) {
            LOG.debug("The listener was told to stop", e);
        }
    }
}
