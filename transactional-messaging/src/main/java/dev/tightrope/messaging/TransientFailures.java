package dev.tightrope.messaging;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells trouble that passes (the database is away, restarting, full, or chose this transaction as a deadlock's victim) from
 * trouble with the message. A mistake in one direction parks a good message, in the other stops a partition.
 */
final class TransientFailures {
    // Classes: connection, authorisation at connect, transaction rollback, resources, operator intervention, system
    // error.
    private static final Set<String> CLASSES = Set.of("08", "28", "40", "53", "57", "58");
    // read-only (a standby, during fail-over), idle in transaction, lock not available, database not there (yet)
    private static final Set<String> STATES = Set.of("25006", "25P03", "55P03", "3D000");

    private TransientFailures() {}

    static boolean isTransient(Throwable failure) {
        boolean commitFailed = false;
        boolean databaseSpoke = false;
        for (Throwable each : everythingIn(failure)) {
            if (each instanceof SQLException sql) {
                if (isTransient(sql)) {
                    return true;
                }
                databaseSpoke = true;
            }
            commitFailed |= each instanceof Transactions.CommitFailedException;
        }
        // A commit that fails without the database objecting to anything lost its connection.
        return commitFailed && !databaseSpoke;
    }

    private static boolean isTransient(SQLException failure) {
        if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException) {
            return true;
        }
        String state = failure.getSQLState();
        // The database always gives a state; without one it was the pool: no free connection, closed, not enlisted.
        return state == null
                || STATES.contains(state)
                || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }

    static boolean isPoison(Throwable failure) {
        return everythingIn(failure).stream()
                .anyMatch(each -> each instanceof PoisonException || each instanceof UnreadableException);
    }

    private static Set<Throwable> everythingIn(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>();
        add(open, failure);
        while (!open.isEmpty()) {
            Throwable each = open.pop();
            if (seen.add(each)) {
                add(open, each.getCause());
                for (Throwable suppressed : each.getSuppressed()) {
                    add(open, suppressed);
                }
                if (each instanceof SQLException sql) {
                    add(open, sql.getNextException());
                }
            }
        }
        return seen;
    }

    private static void add(Deque<Throwable> open, @Nullable Throwable failure) {
        if (failure != null) {
            open.push(failure);
        }
    }
}
