package dev.tightrope.local;

/** The stack cannot be started as asked; the message says why and what to do. */
public class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was wrong and what to do. */
    public LauncherException(String message) {
        super(message);
    }
}
