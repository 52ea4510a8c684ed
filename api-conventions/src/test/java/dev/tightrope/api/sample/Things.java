package dev.tightrope.api.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/** The effects of the sample's calls. */
@ApplicationScoped
public class Things {
    /** A test takes it to keep a call from ending. */
    public static final Semaphore GATE = new Semaphore(1);

    private static final CyclicBarrier BOTH_LOCKED = new CyclicBarrier(2);

    private final DataSource dataSource;

    Things(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Transactional
    public UUID add(String name) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO thing (name) VALUES (?) RETURNING id")) {
            insert.setString(1, name);
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Transactional
    public UUID addAndWait(String name) throws InterruptedException {
        UUID id = add(name);
        GATE.acquire();
        GATE.release();
        return id;
    }

    /** Takes one lock, waits until somebody else has taken theirs, and takes the other. */
    @Transactional
    public void lockBoth(long first, long second) throws InterruptedException {
        column("SELECT pg_advisory_xact_lock(?)::text", first);
        try {
            BOTH_LOCKED.await(30, TimeUnit.SECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException("the other call did not come", e);
        }
        column("SELECT pg_advisory_xact_lock(?)::text", second);
    }

    /** The transactions that wrote these things. */
    public List<String> writersOf(String name) {
        return column("SELECT xmin::text FROM thing WHERE name = ?", name);
    }

    public List<String> column(String query, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            List<String> values = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public int update(String statement, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            for (int i = 0; i < parameters.length; i++) {
                update.setObject(i + 1, parameters[i]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
