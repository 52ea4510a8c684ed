package dev.tightrope.outreach.mailbox.connection;

import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport.SentFolderFindings;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPStore;

/** Looks whether copies of what is sent can be filed in an account's Sent folder; nothing is left behind there. */
public interface TrySentFolder {
    /** Looks in an open store. */
    SentFolderFindings in(MailAccount account, IMAPStore store) throws MessagingException;
}
