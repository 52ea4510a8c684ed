package dev.tightrope.api.idempotency;

/** Leaves the resource method without entering it, whatever type it returns; becomes the stored response. */
final class ReplayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient StoredResponse response;

    ReplayException(StoredResponse response) {
        super("The stored response of an earlier call", null, false, false);
        this.response = response;
    }

    StoredResponse response() {
        return response;
    }
}
