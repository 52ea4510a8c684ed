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
import org.eclipse.angus.mail.imap.IMAPStore;

/** One account's Sent folder, open. */
final class SentFolder implements AutoCloseable {
    private static final String USUAL_NAME = "Sent";
    private static final String SENT = "\\Sent";

    private final MailConnections.OpenStore open;
    private final IMAPFolder folder;

    private SentFolder(MailConnections.OpenStore open, IMAPFolder folder) {
        this.open = open;
        this.folder = folder;
    }

    /** Opens the folder the server says is for sent mail (RFC 6154), otherwise the one that is configured. */
    static SentFolder of(MailAccount account, MailConnections connections, boolean make)
            throws MessagingException, SignInException {
        MailConnections.OpenStore open = connections.imap(account);
        try {
            IMAPFolder folder = find(open.store(), account);
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

    private static IMAPFolder find(IMAPStore store, MailAccount account) throws MessagingException {
        for (Folder folder : store.getDefaultFolder().list("*")) {
            for (String attribute : ((IMAPFolder) folder).getAttributes()) {
                if (attribute.equalsIgnoreCase(SENT)) {
                    return (IMAPFolder) folder;
                }
            }
        }
        String named = account.outgoing().sentFolder();
        return (IMAPFolder) store.getFolder(named == null ? USUAL_NAME : named);
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
