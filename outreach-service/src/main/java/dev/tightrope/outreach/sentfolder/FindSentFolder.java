package dev.tightrope.outreach.sentfolder;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.jspecify.annotations.Nullable;

/**
 * Finds the folder sent mail is kept in: the one the server says (RFC 6154), otherwise the one that is configured,
 * otherwise one with a usual name, which is asked for only where the server has no way to say it.
 */
final class FindSentFolder {
    private static final String USUAL_NAME = "Sent";
    private static final String SENT = "\\Sent";

    private final IMAPStore store;

    FindSentFolder(IMAPStore store) {
        this.store = store;
    }

    /**
     * The folder; it need not exist.
     *
     * @param configured what the account's owner said
     */
    IMAPFolder find(@Nullable String configured) throws MessagingException {
        boolean says = store.hasCapability("SPECIAL-USE");
        List<IMAPFolder> all = new ArrayList<>();
        for (Folder folder : store.getDefaultFolder().list("*")) {
            // Many servers mark it in the answer to a plain LIST, Gmail among them.
            if (isSent(((IMAPFolder) folder).getAttributes())) {
                return (IMAPFolder) folder;
            }
            all.add((IMAPFolder) folder);
        }
        Optional<String> said = says ? marked("LIST \"\" \"*\" RETURN (SPECIAL-USE)", "LIST") : Optional.empty();
        if (!says && store.hasCapability("XLIST")) {
            said = marked("XLIST \"\" \"*\"", "XLIST");
        }
        if (said.isPresent()) {
            return folder(said.get());
        }
        if (configured != null) {
            return folder(configured);
        }
        Optional<String> named = says || all.isEmpty()
                ? Optional.empty()
                : SentFolderNames.among(
                        all.stream().map(IMAPFolder::getFullName).toList(),
                        all.get(0).getSeparator());
        return folder(named.isPresent() ? named.get() : ownTop() + USUAL_NAME);
    }

    private IMAPFolder folder(String name) throws MessagingException {
        return (IMAPFolder) store.getFolder(name);
    }

    /** What the names of our own folders begin with (RFC 2342); some servers let nothing be made elsewhere. */
    private String ownTop() throws MessagingException {
        Folder[] own = store.getPersonalNamespaces();
        String top = own.length == 0 ? "" : own[0].getFullName();
        return top.isEmpty() ? "" : top + own[0].getSeparator();
    }

    /** Asks for the folder that is marked; a server that does not understand after all has none. */
    private Optional<String> marked(String command, String answer) throws MessagingException {
        IMAPFolder top = (IMAPFolder) store.getDefaultFolder();
        return Optional.ofNullable((String) top.doCommand(protocol -> marked(protocol, command, answer)));
    }

    private static @Nullable String marked(IMAPProtocol protocol, String command, String answer)
            throws ProtocolException {
        String found = null;
        for (Response response : protocol.command(command, null)) {
            if (response.isBYE()) {
                // The connection is gone: that is no answer.
                protocol.handleResult(response);
            }
            if (response instanceof IMAPResponse line && line.keyEquals(answer)) {
                ListInfo folder = new ListInfo(line);
                if (isSent(folder.attrs)) {
                    found = folder.name;
                }
            }
        }
        return found;
    }

    private static boolean isSent(String[] attributes) {
        for (String attribute : attributes) {
            if (attribute.equalsIgnoreCase(SENT)) {
                return true;
            }
        }
        return false;
    }
}
