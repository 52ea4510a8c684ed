package dev.tightrope.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFailuresTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "57P01", "57P03", "57P05", "53300", "40001", "40P01", "55P03", "25006", "25P03",
                "58030", "28P01"
            })
    void trouble_of_the_database_passes(String state) {
        assertThat(TransientFailures.isTransient(new SQLException("trouble", state)))
                .isTrue();
        assertThat(TransientFailures.isTransient(
                        new IllegalStateException("wrapped", new RuntimeException(new SQLException("", state)))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22P05", "42P01", "23514", "25P02", "XX000"})
    void what_the_database_objects_to_does_not(String state) {
        assertThat(TransientFailures.isTransient(new IllegalStateException(new SQLException("objection", state))))
                .isFalse();
    }

    @Test
    void a_pool_without_a_free_connection_passes() {
        assertThat(TransientFailures.isTransient(new SQLException("Sorry, acquisition timeout!")))
                .isTrue();
        assertThat(TransientFailures.isTransient(new SQLTransientConnectionException("none", "99999")))
                .isTrue();
    }

    @Test
    void a_commit_that_nobody_answered_passes_and_one_that_was_refused_does_not() {
        assertThat(TransientFailures.isTransient(
                        new Transactions.CommitFailedException(new Exception("the connection is gone"))))
                .isTrue();
        Exception refused = new Exception("rolled back");
        refused.addSuppressed(new SQLException("deferred constraint", "23503"));
        assertThat(TransientFailures.isTransient(new Transactions.CommitFailedException(refused)))
                .isFalse();
    }

    @Test
    void a_handlers_own_failure_does_not_pass() {
        assertThat(TransientFailures.isTransient(new IllegalArgumentException("no")))
                .isFalse();
        assertThat(TransientFailures.isPoison(new IllegalStateException(new PoisonException("never"))))
                .isTrue();
        assertThat(TransientFailures.isPoison(new IllegalStateException("maybe")))
                .isFalse();
    }
}
