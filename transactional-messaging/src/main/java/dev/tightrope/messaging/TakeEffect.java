package dev.tightrope.messaging;

import dev.tightrope.events.EventType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Lets an event whose turn it is take effect, in the current transaction. */
final class TakeEffect {
    private static final byte[] NOTHING = {};

    private final Handlers handlers;

    TakeEffect(Handlers handlers) {
        this.handlers = handlers;
    }

    /** The key's next event: it is handled, or kept if its type is unknown, and the key moves on. */
    Outcome inTurn(Connection connection, Message message, CloudEvent event, String key)
            throws SQLException, UnreadableException {
        InboxTables inbox = new InboxTables(connection);
        Optional<EventType> type = EventType.ofType(event.type());
        Outcome outcome = type.isEmpty()
                ? Outcome.UNKNOWN_TYPE
                : handlers.subscribedTo(type.get()) ? Outcome.HANDLED : Outcome.NOT_SUBSCRIBED;
        inbox.advance(event.source(), key, event.sequence());
        // First the mark, then the effect: a second consumer of the same message waits here and then sees the mark.
        if (!inbox.record(event, key, outcome.name())) {
            return Outcome.DUPLICATE;
        }
        if (outcome == Outcome.UNKNOWN_TYPE) {
            new ParkedTable(connection)
                    .park(message, event, ParkReason.UNKNOWN_TYPE, "This release knows no " + event.type(), 0);
        }
        if (outcome == Outcome.HANDLED) {
            handlers.handle(type.orElseThrow(), event, data(message));
        }
        return outcome;
    }

    /** An event that later ones of its key have overtaken, because it could not be handled in its turn. */
    Outcome late(Connection connection, Message message, CloudEvent event) throws SQLException, UnreadableException {
        EventType type = EventType.ofType(event.type())
                .orElseThrow(() -> new UnreadableException("This release still knows no " + event.type()));
        Outcome outcome = handlers.subscribedTo(type) ? Outcome.HANDLED : Outcome.NOT_SUBSCRIBED;
        InboxTables inbox = new InboxTables(connection);
        inbox.record(event, String.valueOf(message.key()), outcome.name());
        inbox.correct(event, outcome.name());
        if (outcome == Outcome.HANDLED) {
            handlers.handle(type, event, data(message));
        }
        return outcome;
    }

    private static byte[] data(Message message) {
        return message.value() == null ? NOTHING : message.value();
    }
}
