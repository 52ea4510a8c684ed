package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.mailbox.connection.MailConnections;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import jakarta.mail.Session;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.IdleManager;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One open IMAP folder. Messages are only looked at (BODY.PEEK); those we keep are marked as read, nothing else changes. */
final class MailboxConnection implements AutoCloseable {
    /** Largest message that a provider may deliver in one call. */
    static final int MAX_BYTES = 25 << 20;

    /**
     * How much of a larger one is read: its header, which says whom it answers, and what its sender wrote, which comes
     * before attachments.
     */
    static final int BEGINNING = 1 << 20;

    private static final Logger LOG = Logger.getLogger(MailboxConnection.class);
    private static final long PATIENCE_MILLIS = 3_000;

    private final Drop sockets;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final boolean idles;
    private final int wholeUpTo;
    private final boolean writable;
    /** {@link System#nanoTime()} at which the wait began, 0 outside one. */
    private volatile long idleSince;

    private MailboxConnection(Drop sockets, IMAPStore store, IMAPFolder folder, boolean idles, int wholeUpTo) {
        this.sockets = sockets;
        this.store = store;
        this.folder = folder;
        this.idles = idles;
        this.wholeUpTo = wholeUpTo;
        this.writable = folder.getMode() == Folder.READ_WRITE;
    }

    static MailboxConnection open(MailboxSettings settings) throws MessagingException {
        String protocol = settings.tls() ? "imaps" : "imap";
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", "15000");
        // Not for IDLE: there Angus goes on waiting, and whoever renews the lease ends a wait that lasts too long.
        properties.setProperty(
                prefix + "timeout", Long.toString(settings.idleLimit().toMillis()));
        properties.setProperty(prefix + "writetimeout", "30000");
        DroppableSockets sockets = new DroppableSockets();
        properties.put(prefix + "socketFactory", sockets);
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        IMAPStore store = (IMAPStore) Session.getInstance(properties).getStore(protocol);
        store.connect(
                settings.host().orElseThrow(),
                settings.port(),
                settings.user().orElse(null),
                settings.password().orElse(null));
        try {
            IMAPFolder folder = (IMAPFolder) store.getFolder(settings.folder());
            open(folder);
            return new MailboxConnection(
                    sockets::drop, store, folder, store.hasCapability("IDLE"), settings.wholeUpTo());
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Opens a folder of a store that is signed in already. */
    static MailboxConnection of(MailConnections.OpenStore open, String name, int wholeUpTo) throws MessagingException {
        IMAPStore store = open.store();
        try {
            // Asked before the folder takes the connection: afterwards the store would make one more for itself.
            boolean idles = store.hasCapability("IDLE");
            IMAPFolder folder = (IMAPFolder) store.getFolder(name);
            open(folder);
            return new MailboxConnection(open.sockets()::drop, store, folder, idles, wholeUpTo);
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

    /** Marks a message as read where the server lets us; that it does not is no reason to stop reading. */
    void markSeen(Message message) throws MessagingException {
        if (!writable) {
            return;
        }
        try {
            message.setFlag(Flags.Flag.SEEN, true);
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException e) {
            LOG.infof("A message could not be marked as read: %s", e.getMessage());
        }
    }

    /** Closes the sockets beneath a connection. */
    private interface Drop {
        void now() throws IOException;
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

    /** UID of the last message that came before a day, so that reading can begin behind it; the day counts as a whole. */
    long lastUidBefore(Instant day) throws MessagingException {
        Message[] since = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(day)));
        return since.length > 0 ? folder.getUID(since[0]) - 1 : Math.max(0, folder.getUIDNext() - 1);
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** Messages behind a UID, oldest first. */
    Message[] after(long uid) throws MessagingException {
        Message[] messages = folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(messages, profile);
        return messages;
    }

    long uidOf(Message message) throws MessagingException {
        return folder.getUID(message);
    }

    /** The message's bytes, of a very large one only the beginning; null if it vanished meanwhile. */
    byte @Nullable [] bytes(Message message) throws MessagingException {
        if (message.isExpunged()) {
            return null;
        }
        if (message.getSize() > wholeUpTo) {
            return beginning((IMAPMessage) message);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(1024, message.getSize()));
        try {
            message.writeTo(bytes);
        } catch (IOException e) {
            throw new MessagingException("The message could not be read", e);
        }
        return bytes.toByteArray();
    }

    /** The stream fetches piece by piece, so the rest never crosses the network. */
    private static byte[] beginning(IMAPMessage message) throws MessagingException {
        try (InputStream stream = message.getMimeStream()) {
            return stream.readNBytes(BEGINNING);
        } catch (IOException e) {
            throw new MessagingException("The message could not be read", e);
        }
    }

    boolean idles() {
        return idles;
    }

    /** Waits until the server says that something changed; ended by {@link #end()} from another thread. */
    void idle() throws MessagingException {
        idleSince = System.nanoTime() | 1;
        try {
            folder.idle(true);
        } finally {
            idleSince = 0;
        }
    }

    /** Whether the wait lasts longer than that: then it cannot be known whether the server is still there. */
    boolean idlesLongerThan(Duration limit) {
        long since = idleSince;
        return since != 0 && System.nanoTime() - since > limit.toNanos();
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
            store.close();
        } catch (MessagingException e) {
            LOG.debugf(e, "The connection was gone already");
        }
    }

    /** Closes the sockets, whoever waits on them. */
    void drop() {
        try {
            sockets.now();
        } catch (IOException e) {
            throw new UncheckedIOException("The connection could not be dropped", e);
        }
    }

    /** Asks the server how many messages there are. */
    int count() throws MessagingException {
        return folder.getMessageCount();
    }

    @Override
    public void close() throws MessagingException {
        store.close();
    }
}
