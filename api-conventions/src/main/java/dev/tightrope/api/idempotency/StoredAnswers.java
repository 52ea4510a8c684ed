package dev.tightrope.api.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;

/** The answers kept for calls that may be repeated, as far as others have to do with them. */
@ApplicationScoped
public class StoredAnswers {
    private final DataSource dataSource;

    StoredAnswers(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Forgets those that name one of these things in path or body, for the erasure of a person. */
    public void forgetNaming(Collection<UUID> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement("""
                        DELETE FROM idempotency_key
                        WHERE status IS NOT NULL AND EXISTS (
                            SELECT 1 FROM unnest(?) AS id
                            WHERE position(convert_to(id::text, 'UTF8') IN body) > 0 OR position(id::text IN path) > 0)
                        """)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not forget stored answers", e);
        }
    }
}
