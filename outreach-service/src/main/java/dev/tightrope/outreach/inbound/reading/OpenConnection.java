package dev.tightrope.outreach.inbound.reading;

import org.jspecify.annotations.Nullable;

/** The connection a mailbox has open, if any. */
final class OpenConnection {
    private volatile @Nullable MailboxConnection connection;

    @Nullable
    MailboxConnection get() {
        return connection;
    }

    void set(MailboxConnection made) {
        connection = made;
    }

    boolean is(MailboxConnection made) {
        return connection == made;
    }

    boolean isThere() {
        MailboxConnection open = connection;
        return open != null && !open.isEnded();
    }

    /** Whether the server, or the line, ended it. */
    boolean isCutOff() {
        MailboxConnection open = connection;
        return open != null && open.isEnded();
    }

    /** Ends it, with a goodbye where the server still answers. */
    void end() {
        MailboxConnection open = connection;
        connection = null;
        if (open != null) {
            open.end();
        }
    }

    /** Closes its sockets, so that whatever waits on them ends. */
    void drop() {
        MailboxConnection open = connection;
        if (open != null) {
            open.drop();
        }
    }
}
