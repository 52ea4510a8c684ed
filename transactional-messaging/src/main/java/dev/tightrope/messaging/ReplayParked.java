package dev.tightrope.messaging;

import dev.tightrope.events.EventType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets parked messages take effect after all, each with those of its key that waited behind it. */
final class ReplayParked {
    private static final Logger LOG = Logger.getLogger(ReplayParked.class);

    private final DataSource dataSource;
    private final Transactions transactions;
    private final TakeEffect takeEffect;
    private final int attempts;

    ReplayParked(DataSource dataSource, Transactions transactions, TakeEffect takeEffect, int attempts) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.takeEffect = takeEffect;
        this.attempts = attempts;
    }

    /**
     * How a replay ended.
     *
     * @param replayed how many messages took effect
     * @param error why the message, or the follower it stopped at, still does not; null if none is left
     */
    record Replayed(int replayed, @Nullable String error) {}

    /** The message cannot be replayed before another one. */
    static final class NotItsTurnException extends Exception {
        NotItsTurnException(String message) {
            super(message);
        }
    }

    /**
     * Replays a message and its followers. Where earlier events of the key never arrived and none is parked, this decides
     * to go on without them.
     *
     * @return empty if there is no such message (any more)
     */
    Optional<Replayed> replay(UUID id) throws Exception {
        Optional<ParkedMessage> found = inTransaction(connection -> new ParkedTable(connection).find(id));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ParkedMessage parked = found.get();
        String key = parked.message().key();
        CloudEvent event = parked.event();
        if (event == null || key == null) {
            return Optional.of(new Replayed(0, parked.error()));
        }
        try {
            boolean present = inTransaction(connection -> tryOne(connection, id, event, key));
            if (!present) {
                return Optional.empty();
            }
        } catch (Exception e) {
            if (e instanceof NotItsTurnException || TransientFailures.isTransient(e)) {
                throw e;
            }
            noteFailure(parked, e);
            return Optional.of(new Replayed(0, Inbox.describe(e)));
        }
        return Optional.of(followers(event.source(), key, 1));
    }

    private boolean tryOne(Connection connection, UUID id, CloudEvent event, String key) throws Exception {
        InboxTables inbox = new InboxTables(connection);
        ParkedTable table = new ParkedTable(connection);
        long last = inbox.lockKey(event.source(), key, event.sequence() - 1);
        // Looked at again under the lock: another replica may have replayed it meanwhile.
        Optional<ParkedMessage> parked = table.find(id);
        if (parked.isEmpty()) {
            return false;
        }
        table.delete(id);
        Message message = parked.get().message();
        if (event.sequence() <= last) {
            takeEffect.late(connection, message, event);
            return true;
        }
        requireTurn(table, parked.get(), event, key, last);
        takeEffect.inTurn(connection, message, event, key);
        return true;
    }

    private static void requireTurn(ParkedTable table, ParkedMessage parked, CloudEvent event, String key, long last)
            throws SQLException, NotItsTurnException {
        if (table.unorderableIn(parked.message().topic(), key)) {
            throw new NotItsTurnException("An unreadable message of this key is parked: discard that one first");
        }
        if (table.anyBetween(event.source(), key, last, event.sequence())) {
            throw new NotItsTurnException("An earlier event of this key is parked: replay or discard that one first");
        }
    }

    /** Drops a message for good and lets those behind it take effect; empty if there is no such message. */
    Optional<Replayed> discard(UUID id) throws Exception {
        Optional<ParkedMessage> found = inTransaction(connection -> {
            ParkedTable table = new ParkedTable(connection);
            Optional<ParkedMessage> parked = table.find(id);
            if (parked.isPresent()) {
                discard(connection, parked.get());
            }
            return parked;
        });
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ParkedMessage parked = found.get();
        LOG.warnf("Discarded %s, parked because: %s", parked.message(), parked.error());
        String key = parked.message().key();
        if (key == null) {
            return Optional.of(new Replayed(0, null));
        }
        List<String> sources = inTransaction(connection ->
                new ParkedTable(connection).sourcesWaiting(parked.message().topic(), key));
        Replayed sum = new Replayed(0, null);
        for (String source : sources) {
            Replayed more = followers(source, key, sum.replayed);
            sum = new Replayed(more.replayed, more.error == null ? sum.error : more.error);
        }
        return Optional.of(sum);
    }

    private static void discard(Connection connection, ParkedMessage parked) throws SQLException, NotItsTurnException {
        CloudEvent event = parked.event();
        String key = parked.message().key();
        if (event != null && key != null) {
            InboxTables inbox = new InboxTables(connection);
            long last = inbox.lockKey(event.source(), key, event.sequence() - 1);
            if (event.sequence() > last) {
                requireTurn(new ParkedTable(connection), parked, event, key, last);
                inbox.advance(event.source(), key, event.sequence());
            }
            inbox.record(event, key, "DISCARDED");
            inbox.correct(event, "DISCARDED");
        }
        new ParkedTable(connection).delete(parked.id());
    }

    /** Replays every message whose type was unknown when it came and is known now. */
    void nowKnown() throws Exception {
        List<String> known =
                Arrays.stream(EventType.values()).map(EventType::type).toList();
        for (UUID id : inTransaction(connection -> new ParkedTable(connection).ofNowKnown(known))) {
            replay(id);
        }
    }

    /** Lets all events take effect whose turn has come, should whoever made room for them not have got to it. */
    void released() throws Exception {
        for (UUID id : inTransaction(connection -> new ParkedTable(connection).released())) {
            Optional<ParkedMessage> parked = inTransaction(connection -> new ParkedTable(connection).find(id));
            if (parked.isPresent() && parked.get().event() != null) {
                followers(
                        parked.get().event().source(),
                        String.valueOf(parked.get().message().key()),
                        0);
            }
        }
    }

    /** Lets the events that waited for their turn in this key take effect, up to one that fails or is missing. */
    Replayed followers(String source, String key, int replayedBefore) throws Exception {
        int replayed = replayedBefore;
        while (true) {
            Optional<ParkedMessage> next = inTransaction(connection -> {
                long last = new InboxTables(connection).lockKey(source, key, 0);
                return new ParkedTable(connection).waitingAt(source, key, last + 1);
            });
            if (next.isEmpty()) {
                return new Replayed(replayed, null);
            }
            Optional<String> error = tryFollower(next.get(), key);
            if (error.isPresent()) {
                return new Replayed(replayed, error.get());
            }
            replayed++;
        }
    }

    private Optional<String> tryFollower(ParkedMessage parked, String key) throws Exception {
        CloudEvent event = parked.event();
        if (event == null) {
            return Optional.of(parked.error());
        }
        for (int attempt = 1; ; attempt++) {
            try {
                inTransaction(connection -> tryOne(connection, parked.id(), event, key));
                return Optional.empty();
            } catch (NotItsTurnException e) {
                return Optional.ofNullable(e.getMessage());
            } catch (Exception e) {
                if (TransientFailures.isTransient(e)) {
                    throw e;
                }
                if (attempt >= attempts || TransientFailures.isPoison(e)) {
                    noteFailure(parked, e);
                    return Optional.of(Inbox.describe(e));
                }
            }
        }
    }

    private void noteFailure(ParkedMessage parked, Exception failure) throws Exception {
        LOG.errorf(failure, "Parked %s failed again", parked.message());
        // One of an unknown type stays that, so that a release that knows it will still find it.
        ParkReason reason = failure instanceof UnreadableException
                ? (parked.reason() == ParkReason.UNKNOWN_TYPE ? ParkReason.UNKNOWN_TYPE : ParkReason.UNREADABLE)
                : ParkReason.FAILED;
        inTransaction(connection -> {
            new ParkedTable(connection).failed(parked.id(), reason, Inbox.describe(failure));
            return true;
        });
    }

    private interface Work<T> {
        T in(Connection connection) throws Exception;
    }

    private <T> T inTransaction(Work<T> work) throws Exception {
        return transactions.call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                new InboxTables(connection).boundWaits();
                return work.in(connection);
            }
        });
    }
}
