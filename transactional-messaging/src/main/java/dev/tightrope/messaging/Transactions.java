package dev.tightrope.messaging;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.concurrent.Callable;

/** The JTA transactions of this module: those it opens for the inbox, and those of others it looks at. */
final class Transactions {
    private final TransactionManager manager;
    private final TransactionSynchronizationRegistry registry;

    Transactions(TransactionManager manager, TransactionSynchronizationRegistry registry) {
        this.manager = manager;
        this.registry = registry;
    }

    /** Runs work in a transaction of its own; whatever it throws rolls back and is thrown on. */
    <T> T call(Callable<T> work) throws Exception {
        manager.begin();
        T result;
        try {
            result = work.call();
        } catch (Throwable failure) {
            rollback(failure);
            throw failure;
        }
        if (manager.getStatus() != Status.STATUS_ACTIVE) {
            IllegalStateException marked = new IllegalStateException(
                    "Something marked the transaction for rollback although the work ended normally");
            rollback(marked);
            throw marked;
        }
        try {
            manager.commit();
        } catch (RollbackException | HeuristicMixedException | HeuristicRollbackException e) {
            throw new CommitFailedException(e);
        }
        return result;
    }

    private void rollback(Throwable cause) {
        try {
            manager.rollback();
        } catch (SystemException | RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /**
     * Has the action run when the caller's transaction has committed, once however often it is asked for.
     *
     * @throws IllegalStateException if there is no transaction
     */
    void afterCommit(Runnable action) {
        if (registry.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("Events are appended in a transaction only: annotate the use case with"
                    + " @Transactional, otherwise an event could be told that never happened");
        }
        if (registry.getResource(action) != null) {
            return;
        }
        registry.putResource(action, Boolean.TRUE);
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // only the outcome matters
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        });
    }

    /** The commit did not answer, or answered no. Whether it happened is for the next attempt to find out. */
    static final class CommitFailedException extends Exception {
        CommitFailedException(Exception cause) {
            super("The transaction could not be committed", cause);
        }
    }
}
