package dev.tightrope.outreach.mailbox.connection;

import java.io.IOException;

/** A server that users may not make us connect to. */
final class RefusedHostException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedHostException(String host) {
        super(host + " is at a private address");
    }
}
