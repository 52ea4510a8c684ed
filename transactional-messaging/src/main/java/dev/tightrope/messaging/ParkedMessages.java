package dev.tightrope.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;

/** The messages that could not take effect yet, as far as use cases have to do with them. */
public final class ParkedMessages {
    private final DataSource dataSource;

    ParkedMessages(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Forgets what parked messages of these keys say, for the erasure of a person, in the caller's transaction. They stay
     * in their place without content, because what follows in their key waits for it; an operator can only discard them.
     */
    public void forget(Collection<UUID> keys) {
        try (Connection connection = dataSource.getConnection()) {
            new ParkedTable(connection).empty(keys);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not forget parked messages of " + keys.size() + " key(s)", e);
        }
    }
}
