package dev.tightrope.messaging;

import dev.tightrope.events.EventJson;
import dev.tightrope.events.EventType;
import dev.tightrope.events.TightropeEvent;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The handlers of this service, by the event they react to. */
final class Handlers {
    private final Map<Class<?>, List<EventHandler<?>>> byEvent;

    Handlers(Collection<? extends EventHandler<?>> handlers) {
        byEvent = handlers.stream()
                .collect(Collectors.groupingBy(EventHandler::eventClass, Collectors.toUnmodifiableList()));
    }

    /** Topics this service has to read. */
    Set<String> topics() {
        return Arrays.stream(EventType.values())
                .filter(this::subscribedTo)
                .map(EventType::topic)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean subscribedTo(EventType type) {
        return byEvent.containsKey(type.eventClass());
    }

    /**
     * Runs the handlers of an event.
     *
     * @throws UnreadableException if its data is not what its type promises
     */
    void handle(EventType type, CloudEvent event, byte[] json) throws UnreadableException {
        TightropeEvent data = read(type, json);
        // A replay runs inside an operator's request, whose id comes back afterwards.
        Object outerRequest = MDC.get(CloudEvent.REQUEST_ID);
        MDC.put("eventId", event.id().toString());
        mark(event.requestId());
        try {
            for (EventHandler<?> handler : byEvent.getOrDefault(type.eventClass(), List.of())) {
                call(handler, event, data);
            }
        } finally {
            MDC.remove("eventId");
            mark(outerRequest);
        }
    }

    private static void mark(@Nullable Object requestId) {
        if (requestId == null) {
            MDC.remove(CloudEvent.REQUEST_ID);
        } else {
            MDC.put(CloudEvent.REQUEST_ID, requestId);
        }
    }

    private static TightropeEvent read(EventType type, byte[] json) throws UnreadableException {
        try {
            TightropeEvent data = EventJson.read(type, json);
            if (data == null) {
                throw new UnreadableException("The data is JSON's null, not a " + type.type());
            }
            return data;
        } catch (IOException e) {
            throw new UnreadableException("The data is no " + type.type() + ": " + e.getMessage(), e);
        }
    }

    private static <E extends TightropeEvent> void call(
            EventHandler<E> handler, CloudEvent event, TightropeEvent data) {
        E typed = handler.eventClass().cast(data);
        try {
            handler.handle(new Received<>(event.id(), event.time(), event.source(), event.sequence(), typed));
        } catch (LinkageError | StackOverflowError | AssertionError e) {
            // Such an error is this message's alone and comes again with it: it is parked as any failure is, instead of
            // ending the consumer at every delivery. What the whole JVM suffers from is thrown on.
            throw new IllegalStateException(handler.getClass().getName() + " broke: " + e, e);
        }
    }
}
