package dev.tightrope.scheduler.reminder;

/** The mail server will never take this mail for this address: to try again would only tell it so again. */
class RecipientRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;

    /**
     * The refusal.
     *
     * @param address who was refused
     * @param answer what the mail server said
     */
    RecipientRefusedException(String address, String answer, Exception cause) {
        super(answer, cause);
        this.address = address;
    }

    String address() {
        return address;
    }
}
