package dev.tightrope.outreach.mailbox.connection;

/** No access token could be had. */
public final class SignInException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    SignInException(String message, boolean forGood) {
        super(message);
        this.forGood = forGood;
    }

    /** Whether the owner has to sign in again; otherwise it may work later. */
    public boolean forGood() {
        return forGood;
    }
}
