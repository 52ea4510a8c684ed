package dev.tightrope.messaging;

import java.sql.Connection;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes messages in: each takes effect once and in its key's order, or is parked. */
final class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final DataSource dataSource;
    private final Transactions transactions;
    private final TakeEffect takeEffect;

    Inbox(DataSource dataSource, Transactions transactions, TakeEffect takeEffect) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.takeEffect = takeEffect;
    }

    /**
     * Receives a message in a transaction of its own.
     *
     * @throws UnreadableException if it is no event; like any other failure it leaves nothing behind
     */
    Receipt receive(Message message) throws Exception {
        CloudEvent event = CloudEvent.read(message.headers());
        String key = message.key();
        if (key == null) {
            throw new UnreadableException("The message has no key, so it belongs to no aggregate");
        }
        return transactions.call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                return receive(connection, message, event, key);
            }
        });
    }

    /**
     * What became of a message.
     *
     * @param followed whether the next event of its key is parked, waiting for this one
     */
    record Receipt(Outcome outcome, boolean followed) {}

    private Receipt receive(Connection connection, Message message, CloudEvent event, String key) throws Exception {
        InboxTables inbox = new InboxTables(connection);
        inbox.boundWaits();
        long last = inbox.lockKey(event.source(), key, event.sequence() - 1);
        if (event.sequence() <= last) {
            return new Receipt(passOver(inbox, event, key, last), false);
        }
        ParkedTable parked = new ParkedTable(connection);
        boolean behindUnorderable = parked.unorderableIn(message.topic(), key);
        if (event.sequence() == last + 1 && !behindUnorderable) {
            Outcome outcome = takeEffect.inTurn(connection, message, event, key);
            long number = event.sequence();
            return new Receipt(outcome, parked.anyBetween(event.source(), key, number, number + 2));
        }
        boolean follows = behindUnorderable || parked.anyBetween(event.source(), key, last, event.sequence());
        parked.park(
                message,
                event,
                follows ? ParkReason.FOLLOWS : ParkReason.GAP,
                follows
                        ? "An earlier message of this key is parked"
                        : "Number %d has not arrived yet, this is %d".formatted(last + 1, event.sequence()),
                0);
        return new Receipt(Outcome.PARKED, false);
    }

    private static Outcome passOver(InboxTables inbox, CloudEvent event, String key, long last) throws Exception {
        if (!inbox.record(event, key, Outcome.OLDER.name())) {
            return Outcome.DUPLICATE;
        }
        // Not a second delivery: the source has given this number to two events, or it was overtaken on the way.
        LOG.warnf(
                "Event %s (%s, number %d of %s) of %s is passed over: number %d has taken effect already",
                event.id(), event.type(), event.sequence(), key, event.source(), last);
        return Outcome.OLDER;
    }

    /** Parks a message that could not be received; its key's later events will be parked behind it. */
    void park(Message message, Exception failure, int attempts) throws Exception {
        CloudEvent event = readable(message);
        ParkReason reason = isUnreadable(failure) ? ParkReason.UNREADABLE : ParkReason.FAILED;
        transactions.call(() -> {
            try (Connection connection = dataSource.getConnection()) {
                InboxTables inbox = new InboxTables(connection);
                inbox.boundWaits();
                String key = message.key();
                if (event != null && key != null) {
                    long last = inbox.lockKey(event.source(), key, event.sequence() - 1);
                    if (event.sequence() <= last) {
                        return false;
                    }
                }
                return new ParkedTable(connection).park(message, event, reason, describe(failure), attempts);
            }
        });
        LOG.errorf(failure, "Parked %s: it will not take effect until an operator replays it", message);
    }

    private static @Nullable CloudEvent readable(Message message) {
        try {
            return message.key() == null ? null : CloudEvent.read(message.headers());
        } catch (UnreadableException e) {
            return null;
        }
    }

    static boolean isUnreadable(Throwable failure) {
        return failure instanceof UnreadableException;
    }

    /** The failure and its causes, one a line. */
    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable each = failure; each != null && text.length() < 4_000; each = each.getCause()) {
            text.append(text.isEmpty() ? "" : "\ncaused by ").append(each);
        }
        return text.toString();
    }
}
