package dev.tightrope.outreach.sentfolder;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What mail programs call the folder for sent mail, where the server does not say which one it is. */
final class SentFolderNames {
    /** The most common first: of two that exist, it is the one. */
    private static final List<String> USUAL = List.of(
            "sent",
            "sent items",
            "sent messages",
            "sent mail",
            "sent-mail",
            "gesendet",
            "gesendete elemente",
            "gesendete objekte",
            "gesendete nachrichten",
            "skickat",
            "skickade objekt",
            "skickade meddelanden",
            "envoyés",
            "éléments envoyés",
            "messages envoyés",
            "enviados",
            "elementos enviados",
            "mensajes enviados",
            "inviati",
            "inviata",
            "posta inviata",
            "elementi inviati",
            "verzonden",
            "verzonden items",
            "verzonden berichten",
            "sendt",
            "sendt post",
            "sendte elementer",
            "lähetetyt",
            "lähetetyt viestit",
            "wysłane",
            "elementy wysłane",
            "itens enviados",
            "mensagens enviadas");

    /** Where top folders may lie besides the top: some servers keep all of them beneath the inbox, Gmail beneath its name. */
    private static final List<String> ABOVE = List.of("inbox", "[gmail]", "[google mail]");

    private SentFolderNames() {}

    /** The one of these folders that a mail program would file sent mail in; one deep inside an archive is none. */
    static Optional<String> among(List<String> folders, char separator) {
        return folders.stream()
                .filter(folder -> rank(folder, separator) >= 0)
                .min(Comparator.comparingInt(folder -> rank(folder, separator)));
    }

    private static int rank(String folder, char separator) {
        String plain = Normalizer.normalize(folder, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        int last = plain.lastIndexOf(separator);
        if (last > 0 && !ABOVE.contains(plain.substring(0, last))) {
            return -1;
        }
        return USUAL.indexOf(plain.substring(last + 1));
    }
}
