package dev.tightrope.outreach.inbound.reading;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The messages in an open folder. They are only looked at (BODY.PEEK); those we keep are marked as read, nothing else changes. */
final class MailboxMessages {
    private static final Logger LOG = Logger.getLogger(MailboxMessages.class);

    private final IMAPFolder folder;
    private final int wholeUpTo;
    private final boolean writable;

    MailboxMessages(IMAPFolder folder, int wholeUpTo) {
        this.folder = folder;
        this.wholeUpTo = wholeUpTo;
        this.writable = folder.getMode() == Folder.READ_WRITE;
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** Asks the server how many there are. */
    int count() throws MessagingException {
        return folder.getMessageCount();
    }

    /** UID of the last message that came before a day, so that reading can begin behind it; the day counts as a whole. */
    long lastUidBefore(Instant day) throws MessagingException {
        Message[] since = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(day)));
        return since.length > 0 ? folder.getUID(since[0]) - 1 : Math.max(0, folder.getUIDNext() - 1);
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

    /** The message with a UID; null if there is none any more. */
    @Nullable
    Message at(long uid) throws MessagingException {
        return folder.getMessageByUID(uid);
    }

    /** Whether the connection is still there. */
    boolean isOpen() {
        return folder.isOpen() && folder.getStore().isConnected();
    }

    long uidOf(Message message) throws MessagingException {
        return folder.getUID(message);
    }

    /**
     * The message's bytes, of a very large one only the beginning; null if it vanished meanwhile.
     *
     * @param onPiece told of every piece that came
     */
    byte @Nullable [] bytes(Message message, Runnable onPiece) throws MessagingException {
        if (message.isExpunged()) {
            return null;
        }
        if (message.getSize() > wholeUpTo) {
            return beginning((IMAPMessage) message);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.max(1024, message.getSize()));
        try {
            message.writeTo(new Told(bytes, onPiece));
        } catch (IOException e) {
            throw new MessagingException("The message could not be read", e);
        }
        return bytes.toByteArray();
    }

    /** The stream fetches piece by piece, so the rest never crosses the network. */
    private static byte[] beginning(IMAPMessage message) throws MessagingException {
        try (InputStream stream = message.getMimeStream()) {
            return stream.readNBytes(Beginning.BYTES);
        } catch (IOException e) {
            throw new MessagingException("The message could not be read", e);
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

    /** A large message over a slow line takes longer than a silence may; each piece says that it still comes. */
    private static final class Told extends FilterOutputStream {
        private final Runnable onPiece;

        Told(OutputStream out, Runnable onPiece) {
            super(out);
            this.onPiece = onPiece;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            onPiece.run();
        }
    }
}
