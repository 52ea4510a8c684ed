package dev.tightrope.messaging;

/** Thrown by a handler for an event it will never be able to handle: the message is parked at once, without retries. */
public class PoisonException extends RuntimeException {

    /** Says what is wrong with the event, for the operator who will find it among the parked messages. */
    public PoisonException(String message) {
        super(message);
    }

    /** As above, with the failure behind it. */
    public PoisonException(String message, Throwable cause) {
        super(message, cause);
    }
}
