package dev.tightrope.messaging;

/** A message that is no event this release could ever read. */
final class UnreadableException extends Exception {
    UnreadableException(String message) {
        super(message);
    }

    UnreadableException(String message, Throwable cause) {
        super(message, cause);
    }
}
