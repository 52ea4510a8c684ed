package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.connection.MailConnections;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.IdleManager;
import org.jboss.logging.Logger;

/** The connection to one open IMAP folder: made, watched and ended. */
final class MailboxConnection implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MailboxConnection.class);
    private static final long PATIENCE_MILLIS = 3_000;

    private final MailConnections.OpenStore open;
    private final IMAPFolder folder;
    private final boolean idles;
    private final MailboxMessages messages;

    private MailboxConnection(MailConnections.OpenStore open, IMAPFolder folder, boolean idles, int wholeUpTo) {
        this.open = open;
        this.folder = folder;
        this.idles = idles;
        this.messages = new MailboxMessages(folder, wholeUpTo);
    }

    /** Opens a folder of a store that is signed in already. */
    static MailboxConnection of(MailConnections.OpenStore open, String name, int wholeUpTo) throws MessagingException {
        IMAPStore store = open.store();
        try {
            // Asked before the folder takes the connection: afterwards the store would make one more for itself.
            boolean idles = store.hasCapability("IDLE");
            IMAPFolder folder = (IMAPFolder) store.getFolder(name);
            open(folder);
            return new MailboxConnection(open, folder, idles, wholeUpTo);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static void open(IMAPFolder folder) throws MessagingException {
        try {
            folder.open(Folder.READ_WRITE);
        } catch (ReadOnlyFolderException e) {
            folder.open(Folder.READ_ONLY);
        }
    }

    MailboxMessages messages() {
        return messages;
    }

    boolean idles() {
        return idles;
    }

    /**
     * Whether it was ended, by whomever, as far as is known. The folder is not asked: it would ask the server, which ends
     * the wait for news; and its event of being closed may be lost, because Angus ends the queue of events right behind it.
     */
    boolean isEnded() {
        return open.sockets().areClosed();
    }

    /** Says when the server told of new messages. */
    void onNews(Runnable listener) {
        folder.addMessageCountListener(new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent event) {
                listener.run();
            }
        });
    }

    /** Waits by IDLE without a thread of its own. */
    void watch(IdleManager idleManager) throws MessagingException {
        idleManager.watch(folder);
    }

    /** Ends the connection under whoever uses it: with a goodbye, or without one if the server does not answer it. */
    void end() {
        Thread goodbye = new Thread(this::sayGoodbye, "mailbox-goodbye");
        goodbye.setDaemon(true);
        goodbye.start();
        try {
            goodbye.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (goodbye.isAlive()) {
            drop();
        }
    }

    private void sayGoodbye() {
        try {
            close();
        } catch (MessagingException e) {
            LOG.debugf(e, "The connection was gone already");
        }
    }

    /** Closes the sockets, whoever waits on them. */
    void drop() {
        try {
            open.sockets().drop();
        } catch (IOException e) {
            throw new UncheckedIOException("The connection could not be dropped", e);
        }
    }

    @Override
    public void close() throws MessagingException {
        open.store().close();
    }
}
