package dev.tightrope.api.idempotency;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rows of idempotency_key; every statement joins the transaction of the thread. */
@Singleton
class IdempotencyRows {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /**
     * The unique key makes a second call wait here until the first one's transaction ends; the time-out bounds that,
     * and only that, wait. An expired row is taken over in place.
     */
    private static final String CLAIM = """
            SET LOCAL lock_timeout = %d;
            INSERT INTO idempotency_key AS known (request_id, caller_id, method, path, fingerprint, expires_at)
            VALUES (?, ?, ?, ?, ?, now() + ? * interval '1 second')
            ON CONFLICT (request_id) DO UPDATE
               SET fingerprint = excluded.fingerprint, status = NULL, headers = '', body = NULL,
                   created_at = now(), expires_at = excluded.expires_at
             WHERE known.expires_at <= now();
            SET LOCAL lock_timeout = DEFAULT
            """;

    private final DataSource dataSource;
    private final String claim;
    private final Duration keep;

    IdempotencyRows(
            DataSource dataSource,
            @ConfigProperty(name = "tightrope.api.idempotency.wait") Duration wait,
            @ConfigProperty(name = "tightrope.api.idempotency.keep") Duration keep) {
        this.dataSource = dataSource;
        // A time-out of 0 would mean "for ever".
        this.claim = CLAIM.formatted(Math.max(1, wait.toMillis()));
        this.keep = keep;
    }

    /** Empty if the call is now ours to make; else the response it had before. */
    Optional<StoredResponse> claim(IdempotentCall call) {
        try (Connection connection = dataSource.getConnection()) {
            return insert(connection, call) ? Optional.empty() : Optional.of(find(connection, call));
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw inFlight();
            }
            throw new IllegalStateException("Could not claim an idempotency key", e);
        }
    }

    private boolean insert(Connection connection, IdempotentCall call) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(claim)) {
            statement.setBytes(1, call.requestId());
            statement.setObject(2, call.callerId());
            statement.setString(3, call.method());
            statement.setString(4, call.path());
            statement.setBytes(5, call.fingerprint());
            statement.setLong(6, keep.toSeconds());
            statement.execute();
            statement.getMoreResults();
            return statement.getUpdateCount() == 1;
        }
    }

    private static StoredResponse find(Connection connection, IdempotentCall call) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT fingerprint, status, headers, body FROM idempotency_key WHERE request_id = ?")) {
            statement.setBytes(1, call.requestId());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next() || row.getObject("status") == null) {
                    throw inFlight();
                }
                if (!MessageDigest.isEqual(row.getBytes("fingerprint"), call.fingerprint())) {
                    throw usedForAnother();
                }
                return new StoredResponse(
                        row.getInt("status"), StoredResponse.headersOf(row.getString("headers")), row.getBytes("body"));
            }
        }
    }

    void store(IdempotentCall call, StoredResponse response) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "UPDATE idempotency_key SET status = ?, headers = ?, body = ? WHERE request_id = ?")) {
            statement.setInt(1, response.status());
            statement.setString(2, response.headerLines());
            statement.setBytes(3, response.body());
            statement.setBytes(4, call.requestId());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("The claimed idempotency key is gone");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Could not store the response of an idempotent call", e);
        }
    }

    /** Deletes what has expired; how many rows that was. */
    int purgeExpired() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM idempotency_key WHERE expires_at <= now()")) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("Could not delete expired idempotency keys", e);
        }
    }

    private static ProblemException inFlight() {
        return Problems.conflict(
                "idempotency-key-in-flight",
                "The first call with this Idempotency-Key is still running. Repeat the call in a few seconds.");
    }

    private static ProblemException usedForAnother() {
        return Problems.unprocessable(
                "idempotency-key-reused",
                List.of(FieldError.header(
                        "Idempotency-Key",
                        "was used for another request to this path: use a new key for a new request")));
    }
}
