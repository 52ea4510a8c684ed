package dev.tightrope.outreach.sentfolder;

import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import dev.tightrope.outreach.mailbox.connection.SignInException;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.search.MessageIDTerm;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** One account's Sent folder, open. */
final class SentFolder implements AutoCloseable {
    private final MailConnections.OpenStore open;
    private final IMAPFolder folder;

    private SentFolder(MailConnections.OpenStore open, IMAPFolder folder) {
        this.open = open;
        this.folder = folder;
    }

    /** Opens it; where there is none, it is made if asked for. */
    static SentFolder of(MailAccount account, MailConnections connections, boolean make)
            throws MessagingException, SignInException {
        MailConnections.OpenStore open = connections.imap(account);
        try {
            IMAPFolder folder =
                    new FindSentFolder(open.store()).find(account.outgoing().sentFolder());
            if (make && !folder.exists() && !folder.create(Folder.HOLDS_MESSAGES)) {
                throw new MessagingException("there is no folder " + folder.getFullName() + " and none can be made");
            }
            if (folder.exists()) {
                folder.open(make ? Folder.READ_WRITE : Folder.READ_ONLY);
            }
            return new SentFolder(open, folder);
        } catch (MessagingException | RuntimeException e) {
            open.store().close();
            throw e;
        }
    }

    /** Where a message with that Message-ID lies; the search finds parts of a field, too (RFC 9051 6.4.4). */
    Optional<String> find(String messageId) throws MessagingException {
        if (!folder.isOpen()) {
            return Optional.empty();
        }
        for (Message message : folder.search(new MessageIDTerm(messageId))) {
            String[] ids = message.getHeader("Message-ID");
            if (ids != null && ids.length == 1 && ids[0].strip().equals(messageId)) {
                return Optional.of("message " + folder.getUID(message) + " of folder " + folder.getFullName());
            }
        }
        return Optional.empty();
    }

    void append(Message copy) throws MessagingException {
        folder.appendMessages(new Message[] {copy});
    }

    String name() {
        return folder.getFullName();
    }

    @Override
    public void close() throws MessagingException {
        open.store().close();
    }
}
