package dev.tightrope.messaging;

import dev.tightrope.events.PersonProfileChanged;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A handler that writes down each event it handles, and fails for names it is told to. */
@Singleton
final class RecordEffect implements EventHandler<PersonProfileChanged> {
    /** An event of this name can never be handled. */
    static final String POISON = "poison";

    /** At an event of this name the handler fails as code with a bug in it does. */
    static final String BOTTOMLESS = "bottomless";

    private final DataSource dataSource;
    private final Map<String, AtomicInteger> cutOff = new ConcurrentHashMap<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    RecordEffect(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void failFor(String name) {
        failing.add(name);
    }

    /** From now on the database cuts the handler off for events of this name. */
    void loseDatabaseFor(String name) {
        cutOff.put(name, new AtomicInteger());
    }

    int timesCutOff(String name) {
        return cutOff.get(name).get();
    }

    void failNoMore() {
        failing.clear();
        cutOff.clear();
    }

    @Override
    public Class<PersonProfileChanged> eventClass() {
        return PersonProfileChanged.class;
    }

    @Override
    public void handle(Received<PersonProfileChanged> received) {
        // The effect comes before the failure, so that a roll-back forgotten somewhere would show.
        record(received);
        AtomicInteger cuts = cutOff.get(received.data().name());
        if (cuts != null) {
            cuts.incrementAndGet();
            throw new IllegalStateException(
                    "Cut off", new SQLException("terminating connection due to administrator command", "57P01"));
        }
        if (failing.contains(received.data().name())) {
            throw new IllegalArgumentException(
                    "Told to fail for " + received.data().name());
        }
        if (received.data().name().equals(BOTTOMLESS)) {
            throw new StackOverflowError("Told to");
        }
        if (received.data().name().equals(POISON)) {
            throw new PoisonException("Nobody is called " + POISON);
        }
    }

    private void record(Received<PersonProfileChanged> received) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO effect (aggregate, event_id, sequence) VALUES (?, ?, ?)")) {
            insert.setObject(1, received.data().personId());
            insert.setObject(2, received.eventId());
            insert.setLong(3, received.sequence());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not record the effect", e);
        }
    }
}
