package dev.tightrope.outreach.sentfolder;

import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.SentCopy;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport.SentFolderFindings;
import dev.tightrope.outreach.mailbox.connection.TrySentFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.ReadOnlyFolderException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.Rights;

/** Opens the Sent folder as a copy would be filed there, and asks for the right to do so (RFC 4314), without filing one. */
@ApplicationScoped
class LookIntoSentFolder implements TrySentFolder {
    @Override
    public SentFolderFindings in(MailAccount account, IMAPStore store) throws MessagingException {
        IMAPFolder folder = new FindSentFolder(store).find(account.outgoing().sentFolder());
        String name = folder.getFullName();
        if (!folder.exists()) {
            return missing(account, name);
        }
        boolean needed = account.outgoing().sentCopy() == SentCopy.APPEND;
        if (needed && !takesCopies(folder, store)) {
            return new SentFolderFindings(
                    name,
                    true,
                    "No copy may be filed in the folder " + name,
                    "Have the right to write there given to the account, or name another folder as sentFolder.");
        }
        return new SentFolderFindings(name, true, null, null);
    }

    private static SentFolderFindings missing(MailAccount account, String name) {
        if (account.outgoing().sentFolder() == null && account.outgoing().sentCopy() == SentCopy.APPEND) {
            return new SentFolderFindings(name, false, null, null);
        }
        return new SentFolderFindings(
                name,
                false,
                "There is no folder " + name + " for sent mail",
                "Name one of those the server has as sentFolder.");
    }

    private static boolean takesCopies(IMAPFolder folder, IMAPStore store) throws MessagingException {
        try {
            folder.open(Folder.READ_WRITE);
        } catch (ReadOnlyFolderException e) {
            return false;
        }
        try {
            return !store.hasCapability("ACL") || folder.myRights().contains(Rights.Right.INSERT);
        } finally {
            folder.close(false);
        }
    }
}
